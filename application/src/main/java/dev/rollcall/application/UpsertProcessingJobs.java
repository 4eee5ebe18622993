package dev.rollcall.application;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJob;

import java.time.Instant;
import java.util.List;

/// Driven port: stores what is known of each job.
@FunctionalInterface
public interface UpsertProcessingJobs {

    /// Inserts each record of a new job, and merges each other one with what is stored of its job
    /// ([JobDescription#merge]), while no other writer changes that. When this returns, all of the
    /// batch is stored.
    ///
    /// @param batch at most one record of each job
    /// @param horizon the latest time at which a record can have been modified; a later one is
    ///   superseded by any that is not
    /// @return how many records changed what is stored of their jobs
    /// @throws StorageUnavailable if the store cannot store them all now; some or all may be stored
    ///   nevertheless, and upserting them again is safe
    int upsert(List<JobDescription> batch, Instant horizon);

    /// Stores summaries, whenever they were modified.
    default int upsert(List<ProcessingJob> summaries) {
        return upsert(summaries.stream().map(JobDescription::new).toList(), Instant.MAX);
    }

    /// Runs work that upserts very many jobs, batch by batch. A store may postpone what only
    /// listings need, such as indexes, until the work ends. Every batch is stored as usual, and if
    /// the work fails, the batches before that remain.
    default void inBulk(Runnable work) {
        work.run();
    }
}
