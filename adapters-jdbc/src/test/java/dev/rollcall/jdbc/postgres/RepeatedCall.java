package dev.rollcall.jdbc.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.StorageUnavailable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A call of a store that is made again and again by a thread of its own. The store may refuse it,
/// in time.
final class RepeatedCall {

    private static final long PAUSE_NANOS = 1_000_000;

    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final CompletableFuture<Void> running;
    private volatile boolean stopped;

    RepeatedCall(Runnable call, Duration inTime) {
        this.running =
                CompletableFuture.runAsync(() -> repeat(call, inTime), Thread::startVirtualThread);
    }

    private void repeat(Runnable call, Duration inTime) {
        boolean succeeded = false;
        while (!stopped || !succeeded) {
            long begun = System.nanoTime();
            try {
                call.run();
                done.incrementAndGet();
                succeeded = true;
            } catch (StorageUnavailable e) {
                refused.incrementAndGet();
                succeeded = false;
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(inTime);
            }
        }
    }

    /// Returns when a call that began after this one has succeeded; throws what a call has thrown.
    void awaitProgress() {
        int enough = done.get() + 2;
        while (done.get() < enough && !running.isDone()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        if (running.isDone()) {
            running.join();
        }
    }

    /// Returns when the last call has succeeded; throws what a call has thrown.
    void stop() {
        stopped = true;
        running.join();
    }

    @Override
    public String toString() {
        return "%s done and %s refused".formatted(done, refused);
    }
}
