package dev.rollcall.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.http.support.RawClient;
import dev.rollcall.http.support.TestJobs;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;

/// That the server gives up is seen by the closed connection, however long that takes on a busy
/// machine: a test fails only after the client's own timeout of 30 s.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowClientsTest {

    private static final Duration CLIENT_TIMEOUT = Duration.ofMillis(300);

    /// Long enough for what a client sends at once, also on a busy machine.
    private static final Duration LENIENT = Duration.ofSeconds(3);

    private TestServer server;

    @BeforeAll
    void start() throws IOException {
        var jobs =
                IntStream.range(0, 100)
                        .mapToObj(i -> TestJobs.failed("j" + i, "🦖".repeat(1024), "x"))
                        .toList();
        server =
                TestServer.over(
                        TestServer.inMemory(jobs), TestServer.withClientTimeout(CLIENT_TIMEOUT));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void a_client_that_sends_nothing_is_disconnected() throws IOException {
        try (var client = server.connect()) {
            client.awaitClose();
        }
    }

    @Test
    void a_client_that_sends_the_request_line_byte_by_byte_is_disconnected() throws Exception {
        try (var client = server.connect()) {
            trickle(client, "POST /" + "x".repeat(2_000));
        }
    }

    @Test
    void a_client_that_sends_headers_byte_by_byte_is_disconnected() throws Exception {
        try (var client = server.connect()) {
            trickle(client, "POST / HTTP/1.1\r\nHost: a\r\n" + "X: 1\r\n".repeat(400));
        }
    }

    @Test
    void a_client_that_sends_its_second_request_byte_by_byte_is_disconnected() throws Exception {
        try (var lenient = lenient();
                var client = lenient.connect()) {
            assertThat(client.send(TestServer.listing("{}")).receive().status()).isEqualTo(200);
            trickle(client, "POST / HTTP/1.1\r\nHost: a\r\n" + "X: 1\r\n".repeat(400), LENIENT);
        }
    }

    @Test
    void a_body_that_stops_half_way_is_timed_out() throws IOException {
        try (var lenient = lenient();
                var client = lenient.connect()) {
            client.send(TestServer.listingHead(10) + "{");
            assertTimeout(client.receive());
            client.awaitClose();
        }
    }

    @Test
    void a_client_that_sends_its_body_byte_by_byte_is_disconnected() throws Exception {
        try (var client = server.connect()) {
            client.send(TestServer.listingHead(10_000));
            trickle(client, " ".repeat(2_000));
        }
    }

    @Test
    void a_client_that_never_reads_is_disconnected() throws Exception {
        try (var client = RawClient.connect(server.port(), 4096)) {
            assertThatThrownBy(
                            () -> {
                                // Several times what the kernel buffers between the two.
                                for (int i = 0; i < 100_000; i++) {
                                    client.send(TestServer.listing("{\"MaxResults\":100}"));
                                }
                            })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_client_that_takes_its_answer_drop_by_drop_is_disconnected() throws Exception {
        try (var client = RawClient.connect(server.port(), 4096)) {
            // More requests than the server reads ahead, so that closing resets the connection.
            client.send(TestServer.listing("{\"MaxResults\":100}").repeat(400));
            int drops = 0;
            while (client.receivesUpTo(4096)) {
                assertThat(++drops).as("drops that the server let pass").isLessThan(2_000);
                Thread.sleep(CLIENT_TIMEOUT.dividedBy(15));
            }
        }
    }

    /// Well within, so that a busy machine does not make it slow; and longer in all than one limit.
    @Test
    void a_client_that_takes_its_time_within_the_limits_is_served() throws Exception {
        try (var lenient = lenient();
                var client = lenient.connect()) {
            for (int i = 0; i < 4; i++) {
                client.send(TestServer.listing("{}"));
                assertThat(client.receive().status()).isEqualTo(200);
                Thread.sleep(800);
            }
            client.send(TestServer.listing("{}"));
            assertThat(client.receive().status()).isEqualTo(200);
        }
    }

    private static TestServer lenient() throws IOException {
        return TestServer.over(
                TestServer.inMemory(TestJobs.running(1)), TestServer.withClientTimeout(LENIENT));
    }

    private static void trickle(RawClient client, String text) throws InterruptedException {
        trickle(client, text, CLIENT_TIMEOUT);
    }

    /// Sends byte by byte, each well within the timeout, until the connection is closed.
    private static void trickle(RawClient client, String text, Duration timeout)
            throws InterruptedException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        for (byte next : bytes) {
            try {
                client.send(new byte[] {next});
            } catch (IOException closed) {
                return;
            }
            Thread.sleep(timeout.dividedBy(30));
        }
        throw new AssertionError("the server took " + bytes.length + " bytes one by one");
    }

    private static void assertTimeout(RawClient.Response response) {
        assertThat(response.status()).isEqualTo(408);
        assertThat(response.body())
                .isEqualTo(
                        "{\"__type\":\"RequestTimeoutException\","
                                + "\"message\":\"The request did not arrive in time.\"}");
    }
}
