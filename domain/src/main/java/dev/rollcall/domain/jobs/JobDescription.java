package dev.rollcall.domain.jobs;

/// All that is known of a processing job: what a listing shows of it, and its details.
public record JobDescription(ProcessingJob job, JobDetails details) {

    /// A job of which only the summary is known.
    public JobDescription(ProcessingJob job) {
        this(job, JobDetails.NONE);
    }

    public ProcessingJobId id() {
        return job.id();
    }
}
