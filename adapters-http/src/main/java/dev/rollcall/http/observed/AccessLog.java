package dev.rollcall.http.observed;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// Logs a line for each request: its identifier, key, operation, status, items and milliseconds.
///
/// A thread of its own writes them, so no request waits for a terminal or a disk. If that thread
/// falls far behind, further lines are left out, and a line says how many.
public final class AccessLog implements RequestObserver, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    /// Some seconds of a busy server.
    private static final int MOST_WAITING = 16_384;

    private static final long LAST_LINES_MILLIS = 2_000;

    private final BlockingQueue<AnsweredRequest> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final LongAdder left = new LongAdder();
    private final Thread writer;
    private volatile boolean closed;

    public AccessLog() {
        writer = Thread.ofPlatform().daemon().name("rollcall-access-log").start(this::write);
    }

    @Override
    public void answered(AnsweredRequest request) {
        if (!waiting.offer(request)) {
            left.increment();
        }
    }

    private void write() {
        var some = new ArrayList<AnsweredRequest>();
        while (!closed || !waiting.isEmpty()) {
            try {
                var next = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (next == null) {
                    continue;
                }
                some.add(next);
                waiting.drainTo(some, 1_000);
                some.forEach(AccessLog::write);
                some.clear();
            } catch (InterruptedException e) {
                return; // Nobody interrupts this thread but a JVM that ends.
            }
            long leftOut = left.sumThenReset();
            if (leftOut > 0) {
                LOG.warn(
                        "{} requests were left out of the access log, which could not be written"
                                + " as fast as requests came.",
                        leftOut);
            }
        }
    }

    private static void write(AnsweredRequest request) {
        var notes = request.notes();
        LOG.atInfo()
                .addKeyValue("request", request.id())
                .addKeyValue("key", notes.keyId().orElse("-"))
                .addKeyValue("operation", notes.operation())
                .addKeyValue("status", request.status())
                .addKeyValue("items", notes.items())
                .addKeyValue("ms", milliseconds(request))
                .log("answered");
    }

    /// To a tenth.
    private static double milliseconds(AnsweredRequest request) {
        return Math.round(request.took().toNanos() / 1e5) / 10.0;
    }

    /// Writes what waits, for a short time at most.
    @Override
    public void close() {
        closed = true;
        try {
            writer.join(LAST_LINES_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
