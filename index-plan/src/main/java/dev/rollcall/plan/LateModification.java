package dev.rollcall.plan;

import dev.rollcall.domain.jobs.ProcessingJob;

import java.time.Duration;

/// What nearly all jobs have in common: they were last modified within a week of their creation.
///
/// So bounds on one of the two times are bounds on the other, but for the few jobs that are late.
/// Those stand in an index of their own.
public final class LateModification {

    /// How long after its creation a job is modified as a rule (SageMaker: a processing job runs
    /// five days at the most).
    public static final Duration USUAL = Duration.ofDays(7);

    private LateModification() {}

    /// Whether a job is an exception: modified later than usual, or before it was created, as only
    /// a foreign record can say.
    public static boolean isLate(ProcessingJob job) {
        return job.lastModifiedTime().isBefore(job.creationTime())
                || job.lastModifiedTime().isAfter(job.creationTime().plus(USUAL));
    }
}
