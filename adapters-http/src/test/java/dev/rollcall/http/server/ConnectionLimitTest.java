package dev.rollcall.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.FindProcessingJobs;
import dev.rollcall.http.support.RawClient;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

@Timeout(60)
class ConnectionLimitTest {

    private static final FindProcessingJobs EMPTY = TestServer.inMemory(List.of());

    @Test
    void connections_over_the_limit_wait_for_one_to_end() throws IOException {
        var limits =
                new HttpSettings.Limits(
                        1000,
                        1000,
                        1_000_000,
                        2,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30),
                        Duration.ofMillis(1),
                        Duration.ofSeconds(30));
        try (var server = TestServer.over(EMPTY, limits);
                var third = connectThird(server)) {
            assertThat(third.receive().status()).isEqualTo(200);
        }
    }

    /// A third client, which was accepted only when the first two had left.
    private static RawClient connectThird(TestServer server) throws IOException {
        try (var first = server.connect();
                var second = server.connect()) {
            assertThat(first.send(TestServer.listing("{}")).receive().status()).isEqualTo(200);
            assertThat(second.send(TestServer.listing("{}")).receive().status()).isEqualTo(200);
            var third = server.connect();
            third.send(TestServer.listing("{}"));
            assertThat(third.receivesWithin(Duration.ofMillis(200))).isFalse();
            return third;
        }
    }
}
