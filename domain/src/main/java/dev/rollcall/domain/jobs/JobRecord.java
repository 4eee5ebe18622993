package dev.rollcall.domain.jobs;

import dev.rollcall.domain.internal.Milliseconds;
import dev.rollcall.domain.internal.Violations;
import dev.rollcall.domain.validation.Checked;
import dev.rollcall.domain.validation.Violation;

import java.time.Instant;
import java.util.Optional;

/// A record of a processing job as it is read from outside: any member may be missing or wrong.
public record JobRecord(
        Optional<Instant> creationTime,
        Optional<String> exitMessage,
        Optional<String> failureReason,
        Optional<Instant> lastModifiedTime,
        Optional<Instant> processingEndTime,
        Optional<String> processingJobArn,
        Optional<String> processingJobName,
        Optional<String> processingJobStatus) {

    /// The job that this record describes, or all violations.
    ///
    /// The ARN is the job's identity and gives its scope. The `LastModifiedTime` of a record that
    /// has none is its `ProcessingEndTime`, or else its `CreationTime`.
    public Checked<ProcessingJob> check() {
        var violations = Violations.none();
        violations.required("CreationTime", creationTime);
        checkTime(violations, "CreationTime", creationTime);
        checkMessage(violations, "ExitMessage", exitMessage);
        checkMessage(violations, "FailureReason", failureReason);
        checkTime(violations, "LastModifiedTime", lastModifiedTime);
        checkTime(violations, "ProcessingEndTime", processingEndTime);
        var arn =
                violations.parse(
                        violations.required("ProcessingJobArn", processingJobArn),
                        ProcessingJobArn::parse,
                        value -> new Violation.NotAnArn("ProcessingJobArn", value));
        violations.required("ProcessingJobName", processingJobName);
        arn.map(ProcessingJobArn::name)
                .ifPresent(
                        name ->
                                violations.check(
                                        processingJobName,
                                        name.value()::equals,
                                        value ->
                                                new Violation.NotTheArnsName(
                                                        "ProcessingJobName", value, name.value())));
        var status =
                violations.parseEnum(
                        "ProcessingJobStatus",
                        violations.required("ProcessingJobStatus", processingJobStatus),
                        ProcessingJobStatus::ofWireName,
                        ProcessingJobStatus.wireNames());
        return violations.orElseBuild(
                () ->
                        new ProcessingJob(
                                arn.orElseThrow(),
                                status.orElseThrow(),
                                creationTime.orElseThrow(),
                                lastModifiedTime
                                        .or(() -> processingEndTime)
                                        .or(() -> creationTime)
                                        .orElseThrow(),
                                processingEndTime,
                                exitMessage.map(JobMessage::new),
                                failureReason.map(JobMessage::new)));
    }

    private static void checkTime(Violations violations, String member, Optional<Instant> time) {
        violations.check(
                time, Milliseconds::inRange, value -> new Violation.TimeOutOfRange(member, value));
    }

    private static void checkMessage(Violations violations, String member, Optional<String> text) {
        violations.checkLength(member, text, JobMessage.MAX_LENGTH);
        violations.check(text, JobMessage::isText, value -> new Violation.NotText(member));
    }
}
