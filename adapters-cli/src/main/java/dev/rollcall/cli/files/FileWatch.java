package dev.rollcall.cli.files;

import dev.rollcall.cli.errors.UserError;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Files;
import java.nio.file.Path;
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

    /// Calls `reload` whenever one of the files has changed: its content, its permissions, or
    /// whether it is there. If it throws, that is logged, and it is called at each check until it
    /// succeeds.
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

        private static final String NOTHING = "";

        private final String what;
        private final List<Path> files;
        private final Runnable reload;

        /// The files as they were when they were last read.
        private List<FileState> read;

        /// What was logged as wrong and is not mended yet. The same is logged once.
        private String complaint = NOTHING;

        Watched(String what, List<Path> files, Runnable reload) {
            this.what = what;
            this.files = files;
            this.reload = reload;
            this.read = states();
        }

        /// Nothing may get out of here: it would end the watch over all files, and a key that is
        /// revoked later would stay good.
        void check() {
            try {
                List<FileState> now = states();
                if (complaint.equals(NOTHING) && now.equals(read)) {
                    return;
                }
                now.forEach(FileState::requireReadable);
                reload.run();
                read = now;
                complaint = NOTHING;
                LOG.info("{}: read again", what);
            } catch (UserError e) {
                if (isNews(e.getMessage() + " Recommended action: " + e.recommendedAction())) {
                    LOG.warn("{}: the old version stays in force. {}", what, complaint);
                }
            } catch (RuntimeException | Error e) {
                if (isNews(e.toString())) {
                    LOG.error("{}: the old version stays in force.", what, e);
                }
            }
        }

        private boolean isNews(String wrong) {
            boolean isNews = !wrong.equals(complaint);
            complaint = wrong;
            return isNews;
        }

        private List<FileState> states() {
            return files.stream().map(FileState::of).toList();
        }
    }
}
