package dev.rollcall.jdbc.h2;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// Runs work where no interrupt of the caller reaches it.
///
/// Java closes a file channel when a thread that reads it is interrupted, for all other threads
/// too. H2 has file systems that avoid this by passing each page from one thread to another, which
/// makes reading five times as slow.
final class Uninterruptible {

    private Uninterruptible() {}

    /// In a thread of the caller's kind: one of the platform's can be preempted by others, while a
    /// virtual one would keep a processor until it waits.
    private static void start(Runnable work) {
        if (Thread.currentThread().isVirtual()) {
            Thread.startVirtualThread(work);
        } else {
            Thread.ofPlatform().daemon().name("rollcall-h2").start(work);
        }
    }

    /// Waits through interrupts, which stay set, and returns or throws what the work does.
    static <T> T run(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, Uninterruptible::start).join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw e;
            }
        }
    }
}
