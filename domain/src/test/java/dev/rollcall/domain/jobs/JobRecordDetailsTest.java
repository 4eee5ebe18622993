package dev.rollcall.domain.jobs;

import static dev.rollcall.domain.jobs.Jobs.NOON;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.JobRecord.Detail;
import dev.rollcall.domain.validation.Checked;
import dev.rollcall.domain.validation.Members;
import dev.rollcall.domain.validation.Violation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// The members of a record that a summary has not.
class JobRecordDetailsTest {

    @Test
    void a_detail_has_the_version_of_its_record_but_a_time_is_its_own_version() {
        var started = NOON.plusMillis(7);
        var details =
                Map.of(
                        "ProcessingStartTime",
                        new Detail("1.5", Optional.of(started)),
                        "RoleArn",
                        detail("\"a\""));

        assertThat(Members.valid(checked(details)).details().members())
                .containsExactly(
                        Map.entry("ProcessingStartTime", new JobDetail(started, "1.5")),
                        Map.entry("RoleArn", new JobDetail(NOON, "\"a\"")));
    }

    @Test
    void details_have_a_greatest_size_in_bytes() {
        String half = "é".repeat(JobDetails.MAX_BYTES / 4);

        assertThat(Members.violations(checked(Map.of("A", detail(half), "B", detail(half)))))
                .isEmpty();
        assertThat(Members.violations(checked(Map.of("A", detail(half + "x"), "B", detail(half)))))
                .containsExactly(
                        new Violation.TooManyBytes(
                                "details", JobDetails.MAX_BYTES + 1, JobDetails.MAX_BYTES));
    }

    @Test
    void a_time_that_no_job_may_carry_is_a_violation() {
        var never = Instant.parse("+10000-01-01T00:00:00Z");

        assertThat(
                        Members.violations(
                                checked(
                                        Map.of(
                                                "ProcessingStartTime",
                                                new Detail("1", Optional.of(never))))))
                .containsExactly(new Violation.TimeOutOfRange("ProcessingStartTime", never));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\0\"", "\"\ud83d\""})
    void a_text_that_a_store_cannot_hold_is_a_violation(String json) {
        assertThat(Members.violations(checked(Map.of("RoleArn", detail(json)))))
                .containsExactly(new Violation.NotText("RoleArn"));
    }

    private static Detail detail(String json) {
        return new Detail(json, Optional.empty());
    }

    private static Checked<JobDescription> checked(Map<String, Detail> details) {
        var job = Jobs.job("train-7");
        return new JobRecord(
                        Optional.of(job.creationTime()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(job.arn().toString()),
                        Optional.of(job.name().value()),
                        Optional.of("InProgress"),
                        details)
                .check(NOON, Duration.ofDays(1));
    }
}
