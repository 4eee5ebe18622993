package dev.rollcall.plan;

import static dev.rollcall.plan.BoundaryJobs.NOON;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class LateModificationTest {

    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void a_job_that_was_never_modified_is_not_late() {
        assertThat(isLate(Duration.ZERO)).isFalse();
    }

    @Test
    void a_job_that_was_modified_to_the_millisecond_a_week_after_its_creation_is_not_late() {
        assertThat(isLate(WEEK)).isFalse();
    }

    @Test
    void a_job_that_was_modified_a_millisecond_after_that_is_late() {
        assertThat(isLate(WEEK.plusMillis(1))).isTrue();
    }

    @Test
    void a_job_that_was_modified_before_it_was_created_counts_as_late() {
        assertThat(isLate(Duration.ofMillis(-1))).isTrue();
    }

    private static boolean isLate(Duration afterCreation) {
        return LateModification.isLate(BoundaryJobs.job("job", NOON, NOON.plus(afterCreation)));
    }
}
