package dev.rollcall.jdbc.sql;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// Runs work where no interrupt reaches it.
///
/// A thread that is interrupted while it reads a file closes it, for all other threads too: that is
/// how Java's file channels are. H2 has file systems without that flaw, which hand each page from
/// thread to thread; reading so takes five times as long.
public final class Uninterruptible {

    private Uninterruptible() {}

    /// Waits through interrupts, which stay set, and returns or throws what the work does.
    public static <T> T run(Supplier<T> work) {
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
