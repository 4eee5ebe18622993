package dev.rollcall.application;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobId;

import java.util.Optional;

/// Driven port: reads all that is stored of one job.
public interface ReadProcessingJob {

    /// The job with this identity, if it is stored.
    ///
    /// @throws StorageUnavailable if the store cannot answer now
    Optional<JobDescription> read(ProcessingJobId id);

    /// The job that has this ARN, case and all. An ARN may spell the job's name in other case, and
    /// so two jobs may have the same one: then that whose name it spells, else the first by name.
    ///
    /// @throws StorageUnavailable if the store cannot answer now
    Optional<JobDescription> read(ProcessingJobArn arn);
}
