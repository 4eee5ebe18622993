package dev.rollcall.domain.listings;

import static dev.rollcall.domain.jobs.Jobs.NOON;
import static dev.rollcall.domain.jobs.Jobs.SCOPE;
import static dev.rollcall.domain.jobs.Jobs.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Criterion.After;
import dev.rollcall.domain.listings.Criterion.Before;
import dev.rollcall.domain.listings.Criterion.InScope;
import dev.rollcall.domain.listings.Criterion.NameContains;
import dev.rollcall.domain.listings.Criterion.StatusIs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class CriterionTest {

    @ParameterizedTest
    @CsvSource({
        "123456789012, eu-central-1, true",
        "123456789013, eu-central-1, false",
        "123456789012, eu-central-2, false"
    })
    void a_job_belongs_to_the_account_and_the_region_of_its_arn(
            String account, String region, boolean matches) {
        assertThat(new InScope(Scope.of(account, region)).matches(job("train-7")))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "T", "-", "--", "Train", "n--7", "Train--7"})
    void a_name_contains_every_part_of_itself(String text) {
        assertThat(new NameContains(text).matches(job("Train--7"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "TRAIN", "T%7", "_rain", ".*", "\\", "$", "T-7", "Train--7 "})
    void a_text_is_literal_and_its_upper_and_lower_case_matter(String text) {
        assertThat(new NameContains(text).matches(job("Train--7"))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_status_matches_only_itself(ProcessingJobStatus status) {
        for (ProcessingJobStatus other : ProcessingJobStatus.values()) {
            assertThat(new StatusIs(status).matches(job("train-7", other)))
                    .isEqualTo(other == status);
        }
    }

    @ParameterizedTest(name = "a job of .130 is after {0}: {1}, before it: {2}")
    @CsvSource({
        "2026-01-01T00:00:00.129Z,       true,  false",
        "2026-01-01T00:00:00.129999999Z, true,  false",
        "2026-01-01T00:00:00.130Z,       false, false",
        "2026-01-01T00:00:00.130000001Z, false, true",
        "2026-01-01T00:00:00.130500Z,    false, true",
        "2026-01-01T00:00:00.131Z,       false, true"
    })
    void bounds_are_strict_and_finer_than_a_millisecond(
            Instant bound, boolean after, boolean before) {
        var time = Instant.parse("2026-01-01T00:00:00.130Z");

        assertThat(new After(TimeField.CREATION_TIME, bound).matches(job("a", time)))
                .isEqualTo(after);
        assertThat(new Before(TimeField.CREATION_TIME, bound).matches(job("a", time)))
                .isEqualTo(before);
    }

    /// The fraction of a second is positive before 1970 too.
    @ParameterizedTest(name = "a job of .130 is after {0}: {1}, before it: {2}")
    @CsvSource({
        "1901-01-01T00:00:00.129999Z, true,  false",
        "1901-01-01T00:00:00.130Z,    false, false",
        "1901-01-01T00:00:00.130500Z, false, true",
        "1901-01-01T00:00:00.131Z,    false, true"
    })
    void bounds_before_1970_are_rounded_in_the_same_direction(
            Instant bound, boolean after, boolean before) {
        var time = Instant.parse("1901-01-01T00:00:00.130Z");

        assertThat(new After(TimeField.CREATION_TIME, bound).matches(job("a", time)))
                .isEqualTo(after);
        assertThat(new Before(TimeField.CREATION_TIME, bound).matches(job("a", time)))
                .isEqualTo(before);
    }

    @Test
    void a_bound_is_rounded_to_the_millisecond_that_selects_the_same_jobs() {
        var finer = Instant.parse("2026-01-01T00:00:00.130500Z");

        assertThat(new After(TimeField.CREATION_TIME, finer).time())
                .isEqualTo("2026-01-01T00:00:00.130Z");
        assertThat(new Before(TimeField.CREATION_TIME, finer).time())
                .isEqualTo("2026-01-01T00:00:00.131Z");
    }

    @Test
    void each_time_has_its_own_bounds() {
        var created = NOON;
        var modified = NOON.plusSeconds(10);
        var job = job(SCOPE, "a", ProcessingJobStatus.FAILED, created, modified);
        var between = NOON.plusSeconds(5);

        assertThat(new After(TimeField.CREATION_TIME, between).matches(job)).isFalse();
        assertThat(new Before(TimeField.CREATION_TIME, between).matches(job)).isTrue();
        assertThat(new After(TimeField.LAST_MODIFIED_TIME, between).matches(job)).isTrue();
        assertThat(new Before(TimeField.LAST_MODIFIED_TIME, between).matches(job)).isFalse();
    }

    @ParameterizedTest(name = "{0}: first after {1}, last after {2}, first before {3}, last {4}")
    @CsvSource({
        "-1000000000-01-01T00:00:00Z,           true,  true,  false, false",
        "-0001-12-31T23:59:59.999Z,             true,  true,  false, false",
        "-0001-12-31T23:59:59.999900Z,          true,  true,  false, false",
        "0000-01-01T00:00:00Z,                  false, true,  false, false",
        "0000-01-01T00:00:00.001Z,              false, true,  true,  false",
        "9999-12-31T23:59:59.999Z,              false, false, true,  false",
        "9999-12-31T23:59:59.999500Z,           false, false, true,  true",
        "+10000-01-01T00:00:00Z,                false, false, true,  true",
        "+1000000000-12-31T23:59:59.999999999Z, false, false, true,  true"
    })
    void a_bound_may_be_any_time(
            Instant bound,
            boolean afterFirst,
            boolean afterLast,
            boolean beforeFirst,
            boolean beforeLast) {
        var after = new After(TimeField.CREATION_TIME, bound);
        var before = new Before(TimeField.CREATION_TIME, bound);
        var first = job("a", Instant.parse("0000-01-01T00:00:00Z"));
        var last = job("a", Instant.parse("9999-12-31T23:59:59.999Z"));

        assertThat(after.matches(first)).isEqualTo(afterFirst);
        assertThat(after.matches(last)).isEqualTo(afterLast);
        assertThat(before.matches(first)).isEqualTo(beforeFirst);
        assertThat(before.matches(last)).isEqualTo(beforeLast);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z",
                "-0001-12-31T23:59:59.999999999Z",
                "9999-12-31T23:59:59.999999999Z"
            })
    void a_bound_stays_within_a_millisecond_of_the_times_a_job_can_have(Instant bound) {
        for (Instant time :
                new Instant[] {
                    new After(TimeField.CREATION_TIME, bound).time(),
                    new Before(TimeField.CREATION_TIME, bound).time()
                }) {
            assertThat(time)
                    .isBetween("-0001-12-31T23:59:59.999Z", "+10000-01-01T00:00:00Z")
                    .isEqualTo(Instant.ofEpochMilli(time.toEpochMilli()));
        }
    }
}
