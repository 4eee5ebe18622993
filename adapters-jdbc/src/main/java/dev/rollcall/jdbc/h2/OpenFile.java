package dev.rollcall.jdbc.h2;

import dev.rollcall.application.StorageInUse;
import dev.rollcall.application.StorageUnavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// A database's file while this process has it open: what of it could not be written, and whether
/// it is still where it was.
final class OpenFile {

    private static final Logger LOG = LoggerFactory.getLogger(OpenFile.class);

    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final H2File file;
    private final String url;
    private final WriteFailures failures = new WriteFailures();

    private volatile boolean hasVanished;
    private boolean isReleased;
    private final Thread watch = Thread.ofVirtual().name("rollcall-h2-file").unstarted(this::look);

    /// What the file system knows the file by, whatever its name.
    private volatile Optional<Object> identity = Optional.empty();

    private OpenFile(H2File file, String url) {
        this.file = file;
        this.url = url;
    }

    /// Claims a file, which need not be there, within this process. Its directory is created.
    ///
    /// @throws StorageInUse if another part of this process has it open
    /// @throws dev.rollcall.application.StorageUnsuitable if H2 cannot open this path
    static OpenFile claim(H2File file) throws SQLException {
        var open = new OpenFile(file, file.watchedUrl());
        requireNoHolder(file);
        file.createDirectory();
        if (!WatchedFiles.watch(file, open.failures)) {
            throw new StorageInUse(
                    "The H2 database is in use.",
                    new IllegalStateException("open in this process"));
        }
        return open;
    }

    private static void requireNoHolder(H2File file) throws SQLException {
        try {
            var holder = DeletedFile.holder(file.path());
            if (holder.isPresent()) {
                throw new StorageInUse(
                        "%s still has the database open that was deleted here."
                                .formatted(holder.get()),
                        new IOException("deleted"));
            }
        } catch (IOException e) {
            throw new SQLException("The processes cannot be seen: " + e.getMessage(), e);
        }
    }

    H2File file() {
        return file;
    }

    String url() {
        return url;
    }

    /// Begins to use a database that was opened: marks it, and mends it if it was not closed
    /// before.
    ///
    /// @return what was found on mending; empty if it had been closed
    Optional<IndexCheck> begin(Connection keeper) throws SQLException {
        identify();
        boolean wasLeft = file.wasLeftOpen() || HalfCommits.areLeft(keeper);
        file.markOpen();
        watch.start();
        return wasLeft ? Optional.of(IndexCheck.mend(file, keeper)) : Optional.empty();
    }

    /// Notes which file was opened.
    void identify() {
        identity = now();
    }

    /// Looks every few seconds whether the file is still in its place: whoever is idle would not
    /// notice otherwise.
    private void look() {
        try {
            while (true) {
                Thread.sleep(INTERVAL);
                isInPlace();
            }
        } catch (InterruptedException e) {
            LOG.trace("{} is not watched any more", file.path(), e);
        }
    }

    /// Before the file is replaced on purpose.
    void forget() {
        identity = Optional.empty();
    }

    private Optional<Object> now() {
        try {
            var attributes = Files.readAttributes(file.path(), BasicFileAttributes.class);
            return Optional.of(
                    Optional.ofNullable(attributes.fileKey()).orElse(attributes.creationTime()));
        } catch (IOException e) {
            LOG.debug("{} cannot be seen", file.path(), e);
            return Optional.empty();
        }
    }

    /// Says so in the log when the answer changes. Without a lock, as each call looks.
    boolean isInPlace() {
        Optional<Object> opened = identity;
        boolean isInPlace = opened.isEmpty() || opened.equals(now());
        if (hasVanished == isInPlace) {
            note(isInPlace);
        }
        return isInPlace;
    }

    private synchronized void note(boolean isInPlace) {
        if (hasVanished != isInPlace) {
            return;
        }
        hasVanished = !isInPlace;
        if (isInPlace) {
            LOG.info("The database {} is back.", file.path());
        } else {
            LOG.error(
                    "{} Nothing is answered or recorded. Recommended action: put it back as it"
                            + " was; or stop Rollcall, and import an export into a new one.",
                    vanished());
        }
    }

    boolean failed() {
        return failures.first().isPresent();
    }

    /// Runs work with the file. If it has vanished, or a write of it failed, that is why nothing
    /// else works.
    ///
    /// @throws StorageUnavailable if so
    <T> T explaining(Supplier<T> work) {
        requireInPlace();
        try {
            return work.get();
        } catch (RuntimeException e) {
            requireInPlace();
            requireWritten(e);
            throw e;
        }
    }

    /// @throws StorageUnavailable if a write failed
    void requireWritten() {
        if (failed()) {
            throw unwritable();
        }
    }

    private void requireWritten(RuntimeException consequence) {
        if (failed()) {
            var failure = unwritable();
            failure.addSuppressed(consequence);
            throw failure;
        }
    }

    /// @throws StorageUnavailable if the file has vanished
    void requireInPlace() {
        if (!isInPlace()) {
            throw new StorageUnavailable(
                    vanished(), new IOException("another file has its name, or none"));
        }
    }

    private String vanished() {
        return "The database %s has vanished while it was open.".formatted(file.path());
    }

    private StorageUnavailable unwritable() {
        IOException cause = failures.first().orElseThrow();
        return new StorageUnavailable(
                "The disk with %s cannot be written: %s: %s"
                        .formatted(
                                file.path(), cause.getClass().getSimpleName(), cause.getMessage()),
                cause);
    }

    /// Gives the file back. It counts as closed only if all of it was written. A second call does
    /// nothing: the file may be another one's by then.
    ///
    /// @param isClean whether nothing else speaks against that
    synchronized void release(boolean isClean) {
        if (isReleased) {
            return;
        }
        isReleased = true;
        watch.interrupt();
        try {
            mark(isClean);
        } catch (SQLException e) {
            LOG.error("{} Recommended action: rollcall check --repair.", e.getMessage());
        } finally {
            WatchedFiles.unwatch(file);
        }
    }

    private void mark(boolean isClean) throws SQLException {
        if (!isInPlace()) {
            LOG.warn("{} is not touched: it is another one now.", file.directory());
        } else if (failed()) {
            LOG.error(
                    "{}. So the database is not closed cleanly, and the next start checks its"
                            + " indexes. Recommended action: make room, and start again.",
                    unwritable().getMessage());
            file.markOpen();
        } else if (isClean) {
            file.markClosed();
        }
    }
}
