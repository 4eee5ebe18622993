package dev.rollcall.domain.jobs;

import java.time.Instant;
import java.util.Comparator;

/// All that is known of a processing job: what a listing shows of it, and its details.
public record JobDescription(ProcessingJob job, JobDetails details) {

    /// A job of which only the summary is known.
    public JobDescription(ProcessingJob job) {
        this(job, JobDetails.NONE);
    }

    public ProcessingJobId id() {
        return job.id();
    }

    /// All that is known when both are, whichever came first; to merge one of them again changes
    /// nothing. It is the one rule by which records of a job supersede each other:
    ///
    /// - The listed members are those of the record with the later `LastModifiedTime`. At the same
    ///   time, a job that has ended is the later one; any other tie is settled by the members.
    /// - A `CreationTime` or `ProcessingEndTime` in the same second as the older record's is the
    ///   later of the two: a time that was cut to whole seconds never replaces a finer one.
    /// - Of the details every member is kept, whichever record is newer, and of two values of one
    ///   member the one with the later version.
    ///
    /// The order in which several are merged doesn't matter, provided that they agree on the second
    /// in which the job was created, and in which it ended, as all that AWS says of a job does.
    ///
    /// @param horizon the latest time at which a job can have been modified: a record or a detail
    ///   that claims a later one is superseded by any that does not
    /// @throws IllegalArgumentException if they are of two jobs
    public JobDescription merge(JobDescription other, Instant horizon) {
        if (!id().equals(other.id())) {
            throw new IllegalArgumentException(id() + " and " + other.id() + " are two jobs");
        }
        return new JobDescription(
                new RecordMerge(horizon).of(job, other.job), details.merge(other.details, horizon));
    }

    /// The order of records of a job from the oldest to the newest, whose listed members count.
    public static Comparator<JobDescription> byAge(Instant horizon) {
        return Comparator.comparing(JobDescription::job, new RecordMerge(horizon).recordsByAge());
    }
}
