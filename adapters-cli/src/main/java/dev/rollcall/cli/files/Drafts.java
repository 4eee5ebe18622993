package dev.rollcall.cli.files;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;

/// Files that are being written under another name. Whoever writes one holds a lock on it, which
/// ends with the process: so a draft without a lock is one that a crash left.
final class Drafts {

    private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);

    private static final String PREFIX = "rollcall-";
    private static final String SUFFIX = ".part";
    private static final Pattern NAME = Pattern.compile(PREFIX + "\\d+" + Pattern.quote(SUFFIX));

    private Drafts() {}

    /// A draft with its lock.
    record Draft(Path path, FileChannel locked) implements AutoCloseable {

        void force() throws IOException {
            locked.force(true);
        }

        /// Deletes the draft, if it has not been renamed.
        @Override
        public void close() throws IOException {
            try (locked) {
                Files.deleteIfExists(path);
            }
        }
    }

    /// Creates one that only its owner can read.
    static Draft create(Path directory) throws IOException {
        while (true) {
            Path path = Files.createTempFile(directory, PREFIX, SUFFIX, ownerOnly());
            var channel = FileChannel.open(path, StandardOpenOption.WRITE);
            if (lock(channel) && Files.exists(path)) {
                return new Draft(path, channel);
            }
            channel.close();
        }
    }

    /// Deletes those of a directory that nobody writes any more.
    static void deleteAbandoned(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, Drafts::isDraft)) {
            for (Path file : files) {
                deleteIfAbandoned(file);
            }
        }
    }

    private static boolean isDraft(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches()
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /// One that cannot be deleted, as one of somebody else, stays.
    private static void deleteIfAbandoned(Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (lock(channel)) {
                Files.delete(file);
                LOG.info("Deleted {}, which a process left that was killed", file);
            }
        } catch (IOException e) {
            LOG.debug("{} stays", file, e);
        }
    }

    private static boolean lock(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
