package dev.rollcall.application.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.JobMessage;
import dev.rollcall.domain.jobs.ProcessingJobStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Optional;

class SimulatedOutcomeTest {

    @Test
    void a_job_completes_after_a_time() {
        assertThat(SimulatedOutcome.parse("Completed after 2s"))
                .contains(
                        new SimulatedOutcome(
                                ProcessingJobStatus.COMPLETED,
                                Duration.ofSeconds(2),
                                Optional.empty()));
        assertThat(SimulatedOutcome.parse(" Completed after 0 ms ").map(SimulatedOutcome::after))
                .contains(Duration.ZERO);
        assertThat(SimulatedOutcome.parse("Completed after 3h").map(SimulatedOutcome::after))
                .contains(Duration.ofHours(3));
    }

    @Test
    void a_job_fails_for_a_reason() {
        assertThat(SimulatedOutcome.parse("Failed after 5s because the disk was full"))
                .contains(
                        new SimulatedOutcome(
                                ProcessingJobStatus.FAILED,
                                Duration.ofSeconds(5),
                                Optional.of(new JobMessage("the disk was full"))));
        assertThat(SimulatedOutcome.parse("Failed after 5m").flatMap(SimulatedOutcome::reason))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Completed",
                "completed after 2s",
                "Completed after 2",
                "Completed after -2s",
                "Completed after 1.5s",
                "Completed after 2s because it could",
                "Stopped after 2s",
                "Failed after 9999999999s",
                "Failed after 5s because "
            })
    void other_forms_are_not_read(String text) {
        assertThat(SimulatedOutcome.parse(text)).isEmpty();
    }

    @Test
    void a_reason_longer_than_any_of_a_job_is_not_read() {
        assertThat(SimulatedOutcome.parse("Failed after 5s because " + "x".repeat(1024)))
                .isPresent();
        assertThat(SimulatedOutcome.parse("Failed after 5s because " + "x".repeat(1025))).isEmpty();
    }
}
