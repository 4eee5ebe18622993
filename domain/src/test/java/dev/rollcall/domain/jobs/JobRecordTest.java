package dev.rollcall.domain.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.domain.validation.Members;
import dev.rollcall.domain.validation.Violation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class JobRecordTest {

    private static final String ARN =
            "arn:aws:sagemaker:eu-central-1:123456789012:processing-job/train-7";

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    /// Reaches beyond the year 9999.
    private static final Duration UNLIMITED = Duration.ofDays(4_000_000);

    private static final List<String> STATUSES =
            List.of("InProgress", "Completed", "Failed", "Stopping", "Stopped");

    /// The members that a record must have.
    private static final Members REQUIRED =
            Members.of(
                    "CreationTime=2026-01-01T00:00:00Z",
                    "ProcessingJobArn=" + ARN,
                    "ProcessingJobName=train-7",
                    "ProcessingJobStatus=Failed");

    private static final Members ALL =
            REQUIRED.with(
                    "ExitMessage=exit",
                    "FailureReason=reason",
                    "LastModifiedTime=2026-01-03T00:00:00Z",
                    "ProcessingEndTime=2026-01-02T00:00:00Z");

    @Test
    void every_member_of_a_record_is_in_the_job() {
        assertThat(job(ALL))
                .isEqualTo(
                        new ProcessingJob(
                                new ProcessingJobArn(Jobs.SCOPE, new ProcessingJobName("train-7")),
                                ProcessingJobStatus.FAILED,
                                Instant.parse("2026-01-01T00:00:00Z"),
                                Instant.parse("2026-01-03T00:00:00Z"),
                                Optional.of(Instant.parse("2026-01-02T00:00:00Z")),
                                Optional.of(new JobMessage("exit")),
                                Optional.of(new JobMessage("reason"))));
    }

    @Test
    void a_job_without_a_time_of_modification_was_modified_when_it_ended() {
        assertThat(job(ALL.without("LastModifiedTime")).lastModifiedTime())
                .isEqualTo("2026-01-02T00:00:00Z");
    }

    @Test
    void a_job_without_an_end_was_modified_when_it_was_created() {
        var job = job(REQUIRED);

        assertThat(job.lastModifiedTime()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(job.processingEndTime()).isEmpty();
        assertThat(job.exitMessage()).isEmpty();
        assertThat(job.failureReason()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CreationTime",
                "ProcessingJobArn",
                "ProcessingJobName",
                "ProcessingJobStatus"
            })
    void a_required_member_that_is_missing_is_a_violation(String member) {
        assertThat(violations(ALL.without(member))).containsExactly(new Violation.Missing(member));
    }

    @Test
    void all_violations_are_reported_at_once_in_the_order_of_the_api() {
        var late = Instant.parse("+10000-01-01T00:00:00Z");
        var text = "\0".repeat(1025);

        assertThat(
                        violations(
                                Members.of(
                                        "CreationTime=" + late,
                                        "ExitMessage=" + text,
                                        "FailureReason=" + text,
                                        "LastModifiedTime=" + late,
                                        "ProcessingEndTime=" + late,
                                        "ProcessingJobArn=" + ARN,
                                        "ProcessingJobName=train-8",
                                        "ProcessingJobStatus=Lost")))
                .containsExactly(
                        new Violation.TimeOutOfRange("CreationTime", late),
                        new Violation.TooLong("ExitMessage", text, 1024),
                        new Violation.NotText("ExitMessage"),
                        new Violation.TooLong("FailureReason", text, 1024),
                        new Violation.NotText("FailureReason"),
                        new Violation.TimeOutOfRange("LastModifiedTime", late),
                        new Violation.TimeOutOfRange("ProcessingEndTime", late),
                        new Violation.NotTheArnsName("ProcessingJobName", "train-8", "train-7"),
                        new Violation.NotInEnum("ProcessingJobStatus", "Lost", STATUSES));
        assertThat(violations(Members.of()))
                .containsExactly(
                        new Violation.Missing("CreationTime"),
                        new Violation.Missing("ProcessingJobArn"),
                        new Violation.Missing("ProcessingJobName"),
                        new Violation.Missing("ProcessingJobStatus"));
    }

    /// In Unicode, a dotless `i` and a dotted `I` differ from an `i` in case alone.
    @ParameterizedTest
    @ValueSource(strings = {"train-77", "train-", "", "train_7", "tra\u0131n-7", "TRA\u0130N-7"})
    void a_name_other_than_the_arn_s_is_a_violation(String name) {
        assertThat(violations(ALL.with("ProcessingJobName=" + name)))
                .containsExactly(
                        new Violation.NotTheArnsName("ProcessingJobName", name, "train-7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"train-7", "Train-7", "TRAIN-7"})
    void a_name_may_differ_from_the_arn_s_in_case_and_both_are_kept(String name) {
        var job = job(ALL.with("ProcessingJobName=" + name));

        assertThat(job.name()).hasToString(name);
        assertThat(job.arn()).hasToString(ARN);
    }

    @Test
    void a_name_is_not_compared_with_an_invalid_arn() {
        assertThat(violations(ALL.with("ProcessingJobArn=x", "ProcessingJobName=y")))
                .containsExactly(new Violation.NotAnArn("ProcessingJobArn", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "😀"})
    void a_message_has_up_to_1024_code_points(String c) {
        var longest = c.repeat(1024);

        for (String member : List.of("ExitMessage", "FailureReason")) {
            job(ALL.with(member + "=" + longest));
            assertThat(violations(ALL.with(member + "=" + longest + c)))
                    .containsExactly(new Violation.TooLong(member, longest + c, 1024));
        }
        assertThat(new JobMessage(longest)).hasToString(longest);
        assertThatIllegalArgumentException().isThrownBy(() -> new JobMessage(longest + c));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\0", "a\0b", "\uD83D", "\uDE00", "\uDE00\uD83D", "😀\uD83D", "\uD83Dx"})
    void a_nul_or_half_a_surrogate_pair_is_no_text(String text) {
        for (String member : List.of("ExitMessage", "FailureReason")) {
            assertThat(violations(ALL.with(member + "=" + text)))
                    .containsExactly(new Violation.NotText(member));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new JobMessage(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0001\n\t", "\uFFFF", "😀", "\uE000"})
    void any_other_text_is_not_changed(String text) {
        assertThat(job(ALL.with("ExitMessage=" + text)).exitMessage())
                .contains(new JobMessage(text));
    }

    @ParameterizedTest
    @CsvSource({
        "-1000000000-01-01T00:00:00Z,       false",
        "-0001-12-31T23:59:59.999999999Z,   false",
        "0000-01-01T00:00:00Z,              true",
        "1969-12-31T23:59:59.999Z,          true",
        "9999-12-31T23:59:59.999Z,          true",
        "9999-12-31T23:59:59.999999999Z,    true",
        "+10000-01-01T00:00:00Z,            false",
        "+1000000000-12-31T23:59:59.999Z,   false"
    })
    void a_time_is_within_the_years_0000_to_9999(Instant time, boolean good) {
        for (String member : List.of("CreationTime", "LastModifiedTime", "ProcessingEndTime")) {
            assertThat(violations(ALL.with(member + "=" + time)))
                    .isEqualTo(
                            good ? List.of() : List.of(new Violation.TimeOutOfRange(member, time)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CreationTime", "LastModifiedTime", "ProcessingEndTime"})
    void a_time_too_far_ahead_of_the_clock_is_a_violation(String member) {
        var day = Duration.ofDays(1);
        var latest = record(ALL.with(member + "=2026-11-29T12:00:00Z"));
        var later = record(ALL.with(member + "=2026-11-29T12:00:00.000000001Z"));
        var tooLate =
                new Violation.TooFarAhead(
                        member, Instant.parse("2026-11-29T12:00:00.000000001Z"), NOW, day);

        assertThat(Members.violations(latest.check(NOW, day))).isEmpty();
        assertThat(Members.violations(later.check(NOW, day))).containsExactly(tooLate);
        assertThat(Members.violations(later.check(NOW.plusNanos(1), day))).isEmpty();
    }

    @Test
    void a_time_that_no_job_may_carry_is_one_violation() {
        var never = Instant.parse("+10000-01-01T00:00:00Z");
        var record = record(ALL.with("CreationTime=" + never));

        assertThat(Members.violations(record.check(NOW, Duration.ofDays(1))))
                .containsExactly(new Violation.TimeOutOfRange("CreationTime", never));
    }

    private static ProcessingJob job(Members members) {
        return Members.valid(record(members).check(NOW, UNLIMITED)).job();
    }

    private static List<Violation> violations(Members members) {
        return Members.violations(record(members).check(NOW, UNLIMITED));
    }

    private static JobRecord record(Members members) {
        return new JobRecord(
                members.time("CreationTime"),
                members.text("ExitMessage"),
                members.text("FailureReason"),
                members.time("LastModifiedTime"),
                members.time("ProcessingEndTime"),
                members.text("ProcessingJobArn"),
                members.text("ProcessingJobName"),
                members.text("ProcessingJobStatus"),
                Map.of());
    }
}
