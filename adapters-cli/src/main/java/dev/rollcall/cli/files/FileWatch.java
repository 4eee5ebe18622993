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
/// It looks at the files every few seconds instead of waiting to be told of changes, since mounted
/// secrets change by a symbolic link that file events do not see.
public final class FileWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);

    private final List<Watched> watched = new ArrayList<>();
    private final Thread looking = Thread.ofVirtual().name("rollcall-files").unstarted(this::run);
    private Duration interval = Duration.ZERO;

    /// Begins to look, every `interval`; [#look] does it at once.
    public void start(Duration interval) {
        this.interval = interval;
        looking.start();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(interval);
                look();
            }
        } catch (InterruptedException e) {
            LOG.debug("No more looking at files");
        }
    }

    /// Has `reload` called whenever one of the files has changed. One that throws [UserError] is
    /// asked again after the next change.
    public synchronized void add(String what, List<Path> files, Runnable reload) {
        watched.add(new Watched(what, files, reload));
    }

    synchronized void look() {
        watched.forEach(Watched::look);
    }

    @Override
    public void close() {
        looking.interrupt();
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

        void look() {
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
