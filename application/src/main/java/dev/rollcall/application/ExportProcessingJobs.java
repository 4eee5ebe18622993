package dev.rollcall.application;

import dev.rollcall.domain.jobs.ProcessingJob;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Use case: takes every job out of a storage, for a backup or for another storage.
///
/// It looks beyond every scope, so it is for those who own the storage, never for a client.
/// [RecordProcessingJobs] is the way back.
public final class ExportProcessingJobs {

    private final ReadAllProcessingJobs store;

    public ExportProcessingJobs(ReadAllProcessingJobs store) {
        this.store = store;
    }

    /// Hands over the jobs of one moment, in the order of their ARNs, so that the same jobs make
    /// the same export on every store. What the target throws ends the export and passes as it is.
    ///
    /// @return how many there were
    /// @throws StorageUnavailable if the store cannot answer now, or cannot go on; the target then
    ///   has a part of the jobs
    public long export(Consumer<ProcessingJob> target) {
        var exported = new AtomicLong();
        store.readAll(target.andThen(job -> exported.incrementAndGet()));
        return exported.get();
    }
}
