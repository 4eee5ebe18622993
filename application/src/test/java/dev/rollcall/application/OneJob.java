package dev.rollcall.application;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobId;

import java.util.Optional;

/// A store of one job.
record OneJob(JobDescription job) implements ReadProcessingJob {

    @Override
    public Optional<JobDescription> read(ProcessingJobId id) {
        return Optional.of(job).filter(it -> it.id().equals(id));
    }

    @Override
    public Optional<JobDescription> read(ProcessingJobArn arn) {
        return Optional.of(job).filter(it -> it.job().arn().equals(arn));
    }
}
