package dev.rollcall.application;

import dev.rollcall.domain.jobs.ProcessingJob;

import java.util.List;

/// Driven port: keeps the newest record of each job.
@FunctionalInterface
public interface UpsertProcessingJobs {

    /// Keeps each record that is the first of its job or supersedes the one that is kept
    /// ([ProcessingJob#supersedes]), whole. When this returns, that is done for all of the batch.
    ///
    /// @param batch at most one record of a job
    /// @return how many records were kept
    /// @throws StorageUnavailable if the store cannot keep them now; some or all may be kept all
    ///   the same, and keeping them again is safe
    int upsert(List<ProcessingJob> batch);

    /// Runs work that keeps very many jobs, batch by batch. A store may put off until its end what
    /// serves listings alone; every batch is kept as ever, and if the work breaks off, so is what
    /// came before.
    default void inBulk(Runnable work) {
        work.run();
    }
}
