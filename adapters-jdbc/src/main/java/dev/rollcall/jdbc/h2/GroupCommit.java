package dev.rollcall.jdbc.h2;

import dev.rollcall.application.StorageUnavailable;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.IntSupplier;

/// Runs the writes of many callers, and makes all that wait at once durable together.
///
/// A thread of its own does both. So no writer waits for another one's locks, nothing is written
/// while the disk is forced, and no interrupt of a caller reaches the writes of others: H2, when it
/// is interrupted, does not even wait for the write that it is about to force.
final class GroupCommit implements AutoCloseable {

    /// Makes durable all that is written, before it returns.
    @FunctionalInterface
    interface Force {

        void run() throws SQLException;
    }

    private final Force force;
    private final Queue<Write> waiting = new ConcurrentLinkedQueue<>();
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("rollcall-writer").factory());

    /// Once the disk could not be forced, no later success can be trusted: a system that failed to
    /// write a page may count it as written, and then succeeds without it.
    private volatile Optional<StorageUnavailable> broken = Optional.empty();

    GroupCommit(Force force) {
        this.force = force;
    }

    /// Runs a write, after those that came before, and returns what it returned once that is
    /// durable. Waits through interrupts, which stay set.
    ///
    /// @throws StorageUnavailable if it cannot be made durable; otherwise what the write threw
    int commit(IntSupplier work) {
        var write = new Write(work);
        waiting.add(write);
        try {
            writer.execute(this::writeGroup);
        } catch (RejectedExecutionException e) {
            throw new StorageUnavailable("The store is closed.", e);
        }
        return write.outcome.join().getAsInt();
    }

    /// Runs work between the writes of others.
    void run(Runnable work) {
        commit(
                () -> {
                    work.run();
                    return 0;
                });
    }

    /// Called once for each write; all calls but the first of a group find nothing left to do.
    private void writeGroup() {
        List<Write> group = new ArrayList<>();
        for (Write write; (write = waiting.poll()) != null; ) {
            group.add(write);
        }
        if (group.isEmpty()) {
            return;
        }
        if (broken.isEmpty()) {
            group.forEach(Write::run);
            makeDurable();
        }
        broken.ifPresent(failure -> group.forEach(write -> write.fail(again(failure))));
        group.forEach(Write::acknowledge);
    }

    /// An exception for each caller: they may meet, and one cannot be the consequence of itself.
    private static StorageUnavailable again(StorageUnavailable failure) {
        return new StorageUnavailable(String.valueOf(failure.getMessage()), failure);
    }

    private void makeDurable() {
        try {
            force.run();
        } catch (SQLException | RuntimeException | Error e) {
            broken =
                    Optional.of(
                            new StorageUnavailable("The disk failed. Open the store again.", e));
        }
    }

    /// Whether something could not be made durable.
    boolean isBroken() {
        return broken.isPresent();
    }

    /// Finishes what waits. An executor that an interrupted thread closes would stop amid that.
    @Override
    public void close() {
        if (!writer.isShutdown()) {
            var last = CompletableFuture.runAsync(() -> {}, writer);
            writer.shutdown();
            last.join();
        }
    }

    private static final class Write {

        private final IntSupplier work;
        private final CompletableFuture<IntSupplier> outcome = new CompletableFuture<>();
        private int returned;

        Write(IntSupplier work) {
            this.work = work;
        }

        void run() {
            try {
                returned = work.getAsInt();
            } catch (RuntimeException e) {
                fail(e);
            } catch (Error e) {
                fail(new IllegalStateException("a write broke off", e));
            }
        }

        /// Changes nothing for a write that has failed.
        void acknowledge() {
            int acknowledged = returned;
            outcome.complete(() -> acknowledged);
        }

        void fail(RuntimeException failure) {
            outcome.complete(
                    () -> {
                        throw failure;
                    });
        }
    }
}
