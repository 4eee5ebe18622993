package dev.rollcall.plan;

import dev.rollcall.domain.jobs.ProcessingJob;

import java.time.Duration;

/// What nearly all jobs have in common: they were last modified within a week of their creation.
///
/// So bounds on one of the two times are bounds on the other, except for the few jobs that are
/// late. These have indexes of their own.
public final class LateModification {

    /// How long after its creation a job is usually modified for the last time (SageMaker: a
    /// processing job runs for at most five days).
    ///
    /// This is stored layout: which jobs are late is written with each job in H2 and MongoDB, and
    /// the condition of indexes in PostgreSQL. Another value needs a migration of every store;
    /// without one, listings of H2 and MongoDB would miss jobs.
    public static final Duration USUAL = Duration.ofDays(7);

    private LateModification() {}

    /// Whether a job is an exception: modified later than usual, or before it was created, which
    /// only a record of foreign origin can say.
    public static boolean isLate(ProcessingJob job) {
        return job.lastModifiedTime().isBefore(job.creationTime())
                || job.lastModifiedTime().isAfter(job.creationTime().plus(USUAL));
    }
}
