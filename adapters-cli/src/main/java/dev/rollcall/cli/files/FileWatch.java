package dev.rollcall.cli.files;

import dev.rollcall.cli.errors.UserError;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Reads files again when they change: keys and certificates are renewed while the server runs.
///
/// It checks the files every few seconds instead of waiting for file events, since mounted secrets
/// change through a symbolic link, which such events do not report.
public final class FileWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);

    private final List<Watched> watched = new ArrayList<>();
    private final Thread thread = Thread.ofVirtual().name("rollcall-files").unstarted(this::run);
    private Duration interval = Duration.ZERO;

    /// Begins to check the files, once in every `interval`.
    public void start(Duration interval) {
        this.interval = interval;
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(interval);
                check();
            }
        } catch (InterruptedException e) {
            LOG.debug("Stopped watching files");
        }
    }

    /// Calls `reload` whenever one of the files has changed. If it throws a [UserError], that is
    /// logged, and the next change is its next try.
    ///
    /// Files that are not regular are left alone: a pipe can be read once only.
    public synchronized void add(String what, List<Path> files, Runnable reload) {
        if (files.stream().allMatch(Files::isRegularFile)) {
            watched.add(new Watched(what, files, reload));
        }
    }

    synchronized void check() {
        watched.forEach(Watched::check);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private static final class Watched {

        private final String what;
        private final List<Path> files;
        private final Runnable reload;
        private List<String> seen;

        Watched(String what, List<Path> files, Runnable reload) {
            this.what = what;
            this.files = files;
            this.reload = reload;
            this.seen = stamps();
        }

        void check() {
            List<String> now = stamps();
            if (now.equals(seen)) {
                return;
            }
            seen = now;
            try {
                reload.run();
                LOG.info("{}: read again", what);
            } catch (UserError e) {
                LOG.warn(
                        "{}: the old version stays in force. {} Recommended action: {}",
                        what,
                        e.getMessage(),
                        e.recommendedAction());
            }
        }

        private List<String> stamps() {
            return files.stream().map(Watched::stamp).toList();
        }

        private static String stamp(Path file) {
            try {
                var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return "%s %s %s"
                        .formatted(
                                attributes.lastModifiedTime(),
                                attributes.size(),
                                attributes.fileKey());
            } catch (IOException e) {
                return "absent";
            }
        }
    }
}
