package dev.rollcall.domain.jobs;

import dev.rollcall.domain.internal.Milliseconds;

import java.time.Instant;
import java.util.Optional;

/// A processing job as a listing shows it (SageMaker API, `ProcessingJobSummary`).
///
/// Times are truncated to milliseconds. A job's name and creation time never change; the rest may,
/// and every change brings a later `lastModifiedTime`.
public record ProcessingJob(
        ProcessingJobArn arn,
        ProcessingJobStatus status,
        Instant creationTime,
        Instant lastModifiedTime,
        Optional<Instant> processingEndTime,
        Optional<JobMessage> exitMessage,
        Optional<JobMessage> failureReason) {

    /// @throws IllegalArgumentException if a time is outside the years 0000 to 9999
    public ProcessingJob {
        creationTime = truncated(creationTime);
        lastModifiedTime = truncated(lastModifiedTime);
        processingEndTime = processingEndTime.map(ProcessingJob::truncated);
    }

    public Scope scope() {
        return arn.scope();
    }

    public ProcessingJobName name() {
        return arn.name();
    }

    /// Whether this record replaces `other`, an earlier record of the same job: it was modified
    /// later. Of two records with the same time, the one that came first remains.
    public boolean supersedes(ProcessingJob other) {
        return lastModifiedTime.isAfter(other.lastModifiedTime);
    }

    private static Instant truncated(Instant time) {
        if (!Milliseconds.inRange(time)) {
            throw new IllegalArgumentException(time + " is outside the years 0000 to 9999");
        }
        return Milliseconds.floor(time);
    }
}
