package dev.rollcall.application.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.simulate.Endings.Ending;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

class EndingsTest {

    private static final Scope SCOPE = Scope.of("123456789012", "us-east-1");
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final Endings endings = new Endings();

    @Test
    void they_come_in_the_order_of_their_times() {
        endings.expect(ending("late", NOON.plusSeconds(2)));
        endings.expect(ending("early", NOON));
        endings.expect(ending("also-early", NOON));

        assertThat(endings.due(NOON))
                .containsExactlyInAnyOrder(ending("early", NOON), ending("also-early", NOON));
        assertThat(endings.due(NOON)).isEmpty();
        assertThat(endings.due(NOON.plusSeconds(2)))
                .containsExactly(ending("late", NOON.plusSeconds(2)));
        assertThat(endings.count()).isZero();
    }

    @Test
    void the_last_one_that_was_expected_of_a_job_counts() {
        endings.expect(ending("job", NOON));
        endings.expect(ending("job", NOON.plusSeconds(1)));
        endings.expect(ending("job", NOON.plusSeconds(1)));

        assertThat(endings.due(NOON)).isEmpty();
        assertThat(endings.due(NOON.plusSeconds(1)))
                .containsExactly(ending("job", NOON.plusSeconds(1)));
    }

    @Test
    void nothing_is_left_of_those_that_are_not_expected_any_longer() {
        for (int i = 0; i < 1_000; i++) {
            endings.expect(ending("stopped", NOON.plusSeconds(i)));
            endings.expect(ending("deleted-" + i, NOON));
            endings.forget(ending("deleted-" + i, NOON).job());
        }

        assertThat(endings.count()).isOne();
    }

    private static Ending ending(String job, Instant at) {
        return new Ending(
                new ProcessingJobId(SCOPE, new ProcessingJobName(job)),
                at,
                ProcessingJobStatus.COMPLETED,
                Optional.empty());
    }
}
