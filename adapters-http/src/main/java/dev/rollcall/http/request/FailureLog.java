package dev.rollcall.http.request;

import dev.rollcall.application.NanoClock;

import org.slf4j.Logger;
import org.slf4j.event.Level;

import java.time.Duration;

/// Logs a failure that may meet one request after another, such as an outage of the database, so
/// that it cannot fill a disk: with its stack when it begins, and then a line a minute for as long
/// as it lasts. It has ended when no request failed for that long.
public final class FailureLog {

    private static final long INTERVAL = Duration.ofMinutes(1).toNanos();

    private final Logger log;
    private final Level level;
    private final String what;
    private final NanoClock time;

    private boolean began;
    private long lastFailure;
    private long lastLine;
    private long sinceLastLine;

    /// @param what the failure, for an operator, with a `{}` for the request
    public FailureLog(Logger log, Level level, String what, NanoClock time) {
        this.log = log;
        this.level = level;
        this.what = what;
        this.time = time;
    }

    /// One more request failed.
    public synchronized void add(String requestId, Exception cause) {
        long now = time.nanoTime();
        boolean begins = !began || now - lastFailure >= INTERVAL;
        began = true;
        lastFailure = now;
        if (begins) {
            line(now);
            log.atLevel(level).setCause(cause).log(what, requestId);
        } else if (now - lastLine >= INTERVAL) {
            log.atLevel(level)
                    .log(
                            what
                                    + ", still: {}. Others that met the same since the last such"
                                    + " line: {}",
                            requestId,
                            cause.getMessage(),
                            sinceLastLine);
            line(now);
        } else {
            sinceLastLine++;
            log.debug(what, requestId, cause);
        }
    }

    private void line(long now) {
        lastLine = now;
        sinceLastLine = 0;
    }
}
