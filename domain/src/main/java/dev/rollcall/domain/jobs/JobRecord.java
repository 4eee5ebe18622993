package dev.rollcall.domain.jobs;

import dev.rollcall.domain.internal.Milliseconds;
import dev.rollcall.domain.internal.Violations;
import dev.rollcall.domain.validation.Checked;
import dev.rollcall.domain.validation.Violation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A record of a processing job as it is read from outside: any member may be missing or wrong.
///
/// @param details the members that a summary has not, by name
public record JobRecord(
        Optional<Instant> creationTime,
        Optional<String> exitMessage,
        Optional<String> failureReason,
        Optional<Instant> lastModifiedTime,
        Optional<Instant> processingEndTime,
        Optional<String> processingJobArn,
        Optional<String> processingJobName,
        Optional<String> processingJobStatus,
        Map<String, Detail> details) {

    /// A member that only `DescribeProcessingJob` answers, as it was read.
    ///
    /// @param json its value in JSON, in the one spelling that [JobDetail] wants
    /// @param time the moment it says, if the member is a time
    public record Detail(String json, Optional<Instant> time) {}

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
    public Checked<JobDescription> check(Instant now, Duration maxAhead) {
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
        details.forEach((member, detail) -> checkDetail(violations, member, detail));
        violations.check(
                Optional.of(detailsBytes()),
                bytes -> bytes <= JobDetails.MAX_BYTES,
                bytes -> new Violation.TooManyBytes("details", bytes, JobDetails.MAX_BYTES));
        return violations.orElseBuild(
                () -> {
                    var job =
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
                                    failureReason.map(JobMessage::new));
                    return new JobDescription(job, detailsAsOf(job.lastModifiedTime()));
                });
    }

    private JobDetails detailsAsOf(Instant lastModifiedTime) {
        var members = new TreeMap<String, JobDetail>();
        details.forEach(
                (member, detail) ->
                        members.put(
                                member,
                                new JobDetail(
                                        detail.time().orElse(lastModifiedTime), detail.json())));
        return new JobDetails(members);
    }

    private static void checkDetail(Violations violations, String member, Detail detail) {
        violations.check(
                detail.time(),
                Milliseconds::inRange,
                value -> new Violation.TimeOutOfRange(member, value));
        violations.check(
                Optional.of(detail.json()),
                JobMessage::isText,
                value -> new Violation.NotText(member));
    }

    private long detailsBytes() {
        return details.values().stream()
                .mapToLong(detail -> detail.json().getBytes(StandardCharsets.UTF_8).length)
                .sum();
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
