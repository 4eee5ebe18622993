package dev.rollcall.domain.jobs;

import dev.rollcall.domain.internal.Milliseconds;
import dev.rollcall.domain.internal.Violations;
import dev.rollcall.domain.validation.Checked;
import dev.rollcall.domain.validation.Violation;

import java.time.Duration;
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

    /// How far ahead of the clock a time may usually lie: more than clocks differ, and more than a
    /// time written in a local zone is off.
    public static final Duration USUAL_MAX_AHEAD = Duration.ofDays(1);

    /// The job that this record describes, or all violations.
    ///
    /// The ARN gives the job's scope, and may spell the job's name in other case. A record without
    /// `LastModifiedTime` was last modified at its `ProcessingEndTime`, else at its `CreationTime`.
    ///
    /// @param now what the clock says
    /// @param maxAhead how far ahead of that a time may lie: nothing could ever supersede a record
    ///   that was last modified in a far future
    public Checked<ProcessingJob> check(Instant now, Duration maxAhead) {
        var violations = Violations.none();
        violations.required("CreationTime", creationTime);
        checkTime(violations, "CreationTime", creationTime, now, maxAhead);
        checkMessage(violations, "ExitMessage", exitMessage);
        checkMessage(violations, "FailureReason", failureReason);
        checkTime(violations, "LastModifiedTime", lastModifiedTime, now, maxAhead);
        checkTime(violations, "ProcessingEndTime", processingEndTime, now, maxAhead);
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
                                        value -> isCaseVariant(value, name),
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
                                processingJobName.map(ProcessingJobName::new).orElseThrow(),
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

    /// Compares names, not texts: in Unicode, letters that no name has differ from an `i` or a `k`
    /// in case alone.
    private static boolean isCaseVariant(String text, ProcessingJobName name) {
        return ProcessingJobName.parse(text).filter(name::equalsIgnoringCase).isPresent();
    }

    private static void checkTime(
            Violations violations,
            String member,
            Optional<Instant> time,
            Instant now,
            Duration maxAhead) {
        violations.check(
                time, Milliseconds::inRange, value -> new Violation.TimeOutOfRange(member, value));
        violations.check(
                time.filter(Milliseconds::inRange),
                value -> !value.isAfter(now.plus(maxAhead)),
                value -> new Violation.TooFarAhead(member, value, now, maxAhead));
    }

    private static void checkMessage(Violations violations, String member, Optional<String> text) {
        violations.checkLength(member, text, JobMessage.MAX_LENGTH);
        violations.check(text, JobMessage::isText, value -> new Violation.NotText(member));
    }
}
