package dev.rollcall.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.support.RawClient;
import dev.rollcall.http.support.TestJobs;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Duration;

/// How long a connection may be idle between two requests.
@Timeout(60)
class KeepAliveTest {

    /// Long enough for what a client sends at once, also on a busy machine.
    private static final Duration SHORT = Duration.ofSeconds(3);

    private static final Duration LONG = Duration.ofMinutes(10);

    private static TestServer server(Duration clientTimeout, Duration keepAlive)
            throws IOException {
        return TestServer.over(
                TestServer.inMemory(TestJobs.running(1)),
                TestServer.withTimeouts(clientTimeout, keepAlive));
    }

    private static void assertServed(RawClient client) throws IOException {
        assertThat(client.send(TestServer.listing("{}")).receive().status()).isEqualTo(200);
    }

    @Test
    void by_default_an_idle_connection_outlives_those_of_usual_balancers() {
        assertThat(HttpSettings.Limits.defaults().keepAlive()).isEqualTo(Duration.ofSeconds(75));
    }

    @Test
    void a_connection_may_be_idle_for_longer_than_a_client_may_take() throws Exception {
        try (var server = server(SHORT, LONG);
                var client = server.connect()) {
            assertServed(client);
            Thread.sleep(SHORT.plusSeconds(1));
            assertServed(client);
        }
    }

    @Test
    void a_connection_that_is_idle_for_too_long_is_closed() throws IOException {
        try (var server = server(LONG, SHORT);
                var client = server.connect()) {
            assertServed(client);
            client.awaitClose();
        }
    }

    @Test
    void a_client_that_begins_its_second_request_may_take_as_long_as_for_its_first()
            throws Exception {
        try (var server = server(LONG, SHORT);
                var client = server.connect()) {
            assertServed(client);
            client.send("POST / HT");
            Thread.sleep(SHORT.plusSeconds(1));
            client.send(TestServer.listing("{}").substring("POST / HT".length()));
            assertThat(client.receive().status()).isEqualTo(200);
        }
    }

    @Test
    void a_client_that_sends_half_of_its_second_request_is_disconnected() throws IOException {
        try (var server = server(SHORT, LONG);
                var client = server.connect()) {
            assertServed(client);
            client.send("POST / HT");
            client.awaitClose();
        }
    }
}
