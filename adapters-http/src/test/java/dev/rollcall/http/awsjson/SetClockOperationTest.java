package dev.rollcall.http.awsjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.Client;
import dev.rollcall.application.simulate.SettableClock;
import dev.rollcall.domain.jobs.Scope;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

class SetClockOperationTest {

    private static final Instant NOW = Instant.parse("2026-05-04T03:02:01Z");

    private final SettableClock clock = new SettableClock(InstantSource.fixed(NOW));
    private final SetClockOperation operation = new SetClockOperation(clock);

    @Test
    void no_step_of_several_clients_is_lost() throws InterruptedException, ExecutionException {
        Callable<Void> client =
                () -> {
                    for (int i = 0; i < 5_000; i++) {
                        call("{\"AdvanceSeconds\":1}");
                    }
                    return null;
                };
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(Collections.nCopies(4, client))) {
                done.get();
            }
        }

        assertThat(clock.instant()).isEqualTo(NOW.plusSeconds(20_000));
    }

    @Test
    void a_clock_that_cannot_be_set_stays_as_it_is() throws SerializationException {
        call("{\"Time\":100}");
        call("{\"AdvanceSeconds\":-101}");
        call("{\"Time\":-1}");

        assertThat(clock.instant()).isEqualTo(Instant.ofEpochSecond(100));
    }

    private void call(String request) throws SerializationException {
        operation
                .read(request.getBytes(StandardCharsets.UTF_8))
                .answer(Scope.of("123456789012", "us-east-1"), Client.ANYBODY, "request");
    }
}
