package dev.rollcall.cli.importing;

import dev.rollcall.application.PartlyStored;
import dev.rollcall.cli.importing.BatchTarget.Outcome;
import dev.rollcall.domain.jobs.JobDescription;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Records batches on a few threads while one thread makes more of them. Few batches are in memory
/// at a time: whoever is faster than the storage waits. After the first failure, which is thrown
/// once, nothing more is recorded.
///
/// For one thread; it alone counts.
final class BatchWriters implements AutoCloseable {

    /// As many as keep a database server busy while others of them wait for its disk.
    static final int THREADS = 3;

    /// Batches that are being recorded or wait for it.
    static final int AT_ONCE = 2 * THREADS;

    private final BatchTarget target;
    private final Consumer<String> refused;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Queue<CompletableFuture<Outcome>> pending = new ArrayDeque<>();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private boolean told;
    private long changed;
    private long unchanged;

    /// @param refused takes why a record was refused where the batches go
    BatchWriters(BatchTarget target, Consumer<String> refused) {
        this.target = target;
        this.refused = refused;
    }

    /// Has a batch recorded, which must not change any more.
    ///
    /// @param horizon the latest time at which a record can have been modified
    /// @throws dev.rollcall.application.StorageUnavailable if an earlier one cannot be recorded
    void write(List<JobDescription> batch, Instant horizon) {
        if (pending.size() == AT_ONCE) {
            count(pending.remove());
        }
        tellFailure();
        pending.add(CompletableFuture.supplyAsync(() -> record(batch, horizon), threads));
    }

    /// Waits for what is being recorded.
    ///
    /// @throws dev.rollcall.application.StorageUnavailable if a batch cannot be recorded
    @Override
    public void close() {
        try (threads) {
            pending.forEach(this::count);
            pending.clear();
        }
        tellFailure();
    }

    /// Records so far that were new or newer.
    long changed() {
        return changed;
    }

    /// Records so far that changed nothing.
    long unchanged() {
        return unchanged;
    }

    private Outcome record(List<JobDescription> batch, Instant horizon) {
        if (failure.get() == null) {
            try {
                return target.record(batch, horizon);
            } catch (PartlyStored e) {
                failure.compareAndSet(null, e);
                return new Outcome(e.changed(), 0, List.of());
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            }
        }
        return new Outcome(0, 0, List.of());
    }

    private void count(CompletableFuture<Outcome> written) {
        var recorded = written.join();
        changed += recorded.changed();
        unchanged += recorded.unchanged();
        recorded.refused().forEach(refused);
    }

    /// Once: it must not meet itself where this is closed on its account.
    private void tellFailure() {
        RuntimeException first = failure.get();
        if (first != null && !told) {
            told = true;
            throw first;
        }
    }
}
