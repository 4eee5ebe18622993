package dev.rollcall.domain.jobs;

import dev.rollcall.domain.internal.Milliseconds;

import java.time.Instant;
import java.util.Optional;

/// A processing job as a listing shows it (SageMaker API, `ProcessingJobSummary`).
///
/// Times are truncated to milliseconds. A job's name and creation time never change; the rest may,
/// and every change brings a later `lastModifiedTime`. What several records of a job say together
/// is what [JobDescription#merge] says.
///
/// @param arn has the job's name, perhaps in other case
public record ProcessingJob(
        ProcessingJobName name,
        ProcessingJobArn arn,
        ProcessingJobStatus status,
        Instant creationTime,
        Instant lastModifiedTime,
        Optional<Instant> processingEndTime,
        Optional<JobMessage> exitMessage,
        Optional<JobMessage> failureReason) {

    /// @throws IllegalArgumentException if the ARN is another job's, or a time is outside the years
    ///   0000 to 9999
    public ProcessingJob {
        if (!arn.name().equalsIgnoringCase(name)) {
            throw new IllegalArgumentException(arn + " is not the ARN of a job named " + name);
        }
        creationTime = truncated(creationTime);
        lastModifiedTime = truncated(lastModifiedTime);
        processingEndTime = processingEndTime.map(ProcessingJob::truncated);
    }

    /// A job whose name is spelled as it is in its ARN.
    ///
    /// @throws IllegalArgumentException if a time is outside the years 0000 to 9999
    public ProcessingJob(
            ProcessingJobArn arn,
            ProcessingJobStatus status,
            Instant creationTime,
            Instant lastModifiedTime,
            Optional<Instant> processingEndTime,
            Optional<JobMessage> exitMessage,
            Optional<JobMessage> failureReason) {
        this(
                arn.name(),
                arn,
                status,
                creationTime,
                lastModifiedTime,
                processingEndTime,
                exitMessage,
                failureReason);
    }

    public Scope scope() {
        return arn.scope();
    }

    public ProcessingJobId id() {
        return new ProcessingJobId(scope(), name);
    }

    /// The name as the ARN spells it; empty if that is how the job itself spells it, as nearly all
    /// jobs do.
    public Optional<ProcessingJobName> nameInArn() {
        return Optional.of(arn.name()).filter(spelled -> !spelled.equals(name));
    }

    private static Instant truncated(Instant time) {
        if (!Milliseconds.inRange(time)) {
            throw new IllegalArgumentException(time + " is outside the years 0000 to 9999");
        }
        return Milliseconds.floor(time);
    }
}
