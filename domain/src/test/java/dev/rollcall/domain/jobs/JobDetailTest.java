package dev.rollcall.domain.jobs;

import static dev.rollcall.domain.jobs.Jobs.NOON;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Map;

/// What is known of a job beyond its summary.
class JobDetailTest {

    @Test
    void a_version_is_truncated_to_milliseconds() {
        assertThat(new JobDetail(NOON.plusNanos(1_999_999), "1"))
                .isEqualTo(new JobDetail(NOON.plusMillis(1), "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0001-12-31T23:59:59.999Z", "+10000-01-01T00:00:00Z"})
    void no_version_is_outside_the_years_0000_to_9999(Instant version) {
        assertThatIllegalArgumentException().isThrownBy(() -> new JobDetail(version, "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\0\"", "\"\ud83d\""})
    void no_value_has_characters_that_a_store_cannot_hold(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> new JobDetail(NOON, json));
    }

    @Test
    void members_are_in_alphabetical_order() {
        var detail = new JobDetail(NOON, "1");

        assertThat(new JobDetails(Map.of("C", detail, "A", detail, "B", detail)).members())
                .containsExactly(
                        Map.entry("A", detail), Map.entry("B", detail), Map.entry("C", detail));
    }
}
