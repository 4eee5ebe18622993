package dev.rollcall.jdbc.sql;

import dev.rollcall.application.StorageUnavailable;

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

/// Writes the batches of many callers, and makes all that wait at once durable with one sync.
///
/// One thread of its own writes and syncs, so no writer meets another's locks, nothing is written
/// during a sync, and no interrupt of a caller breaks into the batches of others: H2, when
/// interrupted, does not even wait for the write that it is about to sync.
public final class GroupCommit implements AutoCloseable {

    private final Runnable sync;
    private final Queue<Batch> waiting = new ConcurrentLinkedQueue<>();
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("rollcall-writer").factory());

    /// Once a sync has failed, no later one can be believed: a system that could not write a page
    /// may take it for written, and the next sync then succeeds without it.
    private Optional<StorageUnavailable> broken = Optional.empty();

    /// @param sync makes durable all that is written; does not return before that is so
    public GroupCommit(Runnable sync) {
        this.sync = sync;
    }

    /// Runs a write, after those that came before, and returns what it returned once that is
    /// durable. Waits through interrupts, which stay set.
    ///
    /// @throws StorageUnavailable if it cannot be made durable; otherwise what the write threw
    public int commit(IntSupplier write) {
        var batch = new Batch(write);
        waiting.add(batch);
        try {
            writer.execute(this::writeGroup);
        } catch (RejectedExecutionException e) {
            throw new StorageUnavailable("The store is closed.", e);
        }
        return batch.outcome.join().getAsInt();
    }

    /// Runs what is no write, between the writes of others.
    public void run(Runnable work) {
        commit(
                () -> {
                    work.run();
                    return 0;
                });
    }

    /// Each batch has its own call of this; all but the first of a group find nothing left to do.
    private void writeGroup() {
        List<Batch> group = new ArrayList<>();
        for (Batch batch; (batch = waiting.poll()) != null; ) {
            group.add(batch);
        }
        if (group.isEmpty()) {
            return;
        }
        if (broken.isEmpty()) {
            group.forEach(Batch::write);
            synchronize();
        }
        broken.ifPresent(failure -> group.forEach(batch -> batch.fail(failure)));
        group.forEach(Batch::acknowledge);
    }

    private void synchronize() {
        try {
            sync.run();
        } catch (RuntimeException | Error e) {
            broken =
                    Optional.of(new StorageUnavailable("The disk failed. Open the store anew.", e));
        }
    }

    /// Finishes what waits. An executor closed by an interrupted thread would break that off.
    @Override
    public void close() {
        if (!writer.isShutdown()) {
            var last = CompletableFuture.runAsync(() -> {}, writer);
            writer.shutdown();
            last.join();
        }
    }

    private static final class Batch {

        private final IntSupplier write;
        private final CompletableFuture<IntSupplier> outcome = new CompletableFuture<>();
        private int kept;

        Batch(IntSupplier write) {
            this.write = write;
        }

        void write() {
            try {
                kept = write.getAsInt();
            } catch (RuntimeException e) {
                fail(e);
            } catch (Error e) {
                fail(new IllegalStateException("a write broke off", e));
            }
        }

        /// Changes nothing for a batch that has failed.
        void acknowledge() {
            int acknowledged = kept;
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
