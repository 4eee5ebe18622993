package dev.rollcall.http.support;

import dev.rollcall.application.ReadProcessingJob;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobId;

import java.util.List;
import java.util.Optional;

/// A store of a few jobs in memory.
public record DescribedJobs(List<JobDescription> jobs) implements ReadProcessingJob {

    @Override
    public Optional<JobDescription> read(ProcessingJobId id) {
        return jobs.stream().filter(job -> job.id().equals(id)).findFirst();
    }

    @Override
    public Optional<JobDescription> read(ProcessingJobArn arn) {
        return jobs.stream().filter(job -> job.job().arn().equals(arn)).findFirst();
    }
}
