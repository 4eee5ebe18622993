package dev.rollcall.application;

import dev.rollcall.domain.jobs.JobDescription;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Use case: exports all that is known of every job of a store, for a backup or for another store.
///
/// It reads all scopes, so it is for the owners of the store, never for a client.
/// [RecordProcessingJobs] imports what was exported.
public final class ExportProcessingJobs {

    private final ReadAllProcessingJobs store;

    public ExportProcessingJobs(ReadAllProcessingJobs store) {
        this.store = store;
    }

    /// Exports a snapshot of the store, in the order of account, region and name, so that the same
    /// jobs make the same export on every store. An exception of the target ends the export and is
    /// passed on.
    ///
    /// @return how many jobs were exported
    /// @throws StorageUnavailable if the store cannot answer now, or fails while it answers; then
    ///   the target has received some of the jobs
    public long export(Consumer<JobDescription> target) {
        var exported = new AtomicLong();
        store.readAll(target.andThen(job -> exported.incrementAndGet()));
        return exported.get();
    }
}
