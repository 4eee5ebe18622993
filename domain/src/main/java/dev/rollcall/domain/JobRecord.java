package dev.rollcall.domain;

import java.time.Instant;
import java.util.Optional;

/// A processing job as somebody outside describes it: any member may be missing or wrong.
public record JobRecord(
        Optional<Instant> creationTime,
        Optional<String> exitMessage,
        Optional<String> failureReason,
        Optional<Instant> lastModifiedTime,
        Optional<Instant> processingEndTime,
        Optional<String> processingJobArn,
        Optional<String> processingJobName,
        Optional<String> processingJobStatus) {

    /// The job that this record describes, or all that is wrong with it.
    ///
    /// The ARN is the job's identity and gives its scope. A record without `LastModifiedTime` was
    /// last modified at its `ProcessingEndTime`, else at its `CreationTime`.
    public Checked<ProcessingJob> check() {
        var findings = new Findings();
        findings.required("CreationTime", creationTime);
        checkTime(findings, "CreationTime", creationTime);
        checkMessage(findings, "ExitMessage", exitMessage);
        checkMessage(findings, "FailureReason", failureReason);
        checkTime(findings, "LastModifiedTime", lastModifiedTime);
        checkTime(findings, "ProcessingEndTime", processingEndTime);
        var arn =
                findings.parse(
                        findings.required("ProcessingJobArn", processingJobArn),
                        ProcessingJobArn::parse,
                        value -> new Violation.NotAnArn("ProcessingJobArn", value));
        findings.required("ProcessingJobName", processingJobName);
        arn.map(ProcessingJobArn::name)
                .ifPresent(
                        name ->
                                findings.check(
                                        processingJobName,
                                        name.value()::equals,
                                        value ->
                                                new Violation.NotTheArnsName(
                                                        "ProcessingJobName", value, name)));
        var status =
                findings.parse(
                        findings.required("ProcessingJobStatus", processingJobStatus),
                        ProcessingJobStatus::ofWireName,
                        value -> ProcessingJobStatus.notInEnum("ProcessingJobStatus", value));
        return findings.unlessAny(
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

    private static void checkTime(Findings findings, String member, Optional<Instant> time) {
        findings.check(
                time, Milliseconds::inRange, value -> new Violation.TimeOutOfRange(member, value));
    }

    private static void checkMessage(Findings findings, String member, Optional<String> text) {
        findings.check(
                text,
                value -> Constraints.length(value) <= JobMessage.MAX_LENGTH,
                value -> new Violation.TooLong(member, value, JobMessage.MAX_LENGTH));
        findings.check(text, JobMessage::isText, value -> new Violation.NotText(member));
    }
}
