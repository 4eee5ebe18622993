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

    /// Waits through interrupts, which stay set, and returns or throws what the work does.
    static <T> T run(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, Thread::startVirtualThread).join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw e;
            }
        }
    }
}
