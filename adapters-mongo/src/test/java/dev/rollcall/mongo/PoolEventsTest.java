package dev.rollcall.mongo;

import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.ConnectionUse;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

/// How the use of the driver's connections is counted.
class PoolEventsTest {

    @Test
    void connections_are_busy_during_a_call_and_idle_after_it() {
        try (var server = TestServer.start();
                var store = MongoStore.open(server.url())) {
            store.upsert(List.of(job("one").describe()), Instant.MAX);
            assertThat(store.connectionUse().busy()).isZero();
            assertThat(store.connectionUse().waiting()).isZero();
            assertThat(store.connectionUse().idle()).isPositive();

            store.readAll(
                    _ ->
                            assertThat(store.connectionUse())
                                    .extracting(ConnectionUse::waiting)
                                    .isEqualTo(0));
        }
    }
}
