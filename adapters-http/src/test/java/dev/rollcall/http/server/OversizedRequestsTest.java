package dev.rollcall.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.support.HostileRequests;
import dev.rollcall.http.support.RawClient;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The longest head and the longest body.
class OversizedRequestsTest extends HostileRequests {

    @Test
    void a_head_may_have_16_kib() throws IOException {
        assertHead("X: " + "x".repeat(15 * 1024), 200);
        assertHead("X: " + "x".repeat(17 * 1024), 431);
        assertHead("X: " + "x".repeat(64 * 1024), 431);
        assertHead("X: 1\r\n".repeat(6 * 1024) + "Y: 1", 431);
    }

    private void assertHead(String headers, int status) throws IOException {
        try (var client = server.connect()) {
            client.sendWhileOpen(
                    TestServer.listing("{}")
                            .replace("Host:", headers + "\r\nHost:")
                            .getBytes(StandardCharsets.US_ASCII));
            var response = client.receive();
            assertThat(response.status()).isEqualTo(status);
            if (status != 200) {
                assertError(response, status);
            }
        }
    }

    @Test
    void a_longer_uri_is_refused() throws IOException {
        try (var client = server.connect()) {
            client.send("POST /" + "x".repeat(17 * 1024) + " HTTP/1.1\r\nHost: a\r\n\r\n");
            assertError(client.receive(), 414);
        }
    }

    @Test
    void a_body_may_have_1_mib() throws IOException {
        var largest = "{}" + " ".repeat(1024 * 1024 - 2);
        assertThat(server.list(largest).status()).isEqualTo(200);
        assertTooLarge(server.list(largest + " "));
        assertTooLarge(server.list(largest.repeat(8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1048577", "20000000000", "9223372036854775807"})
    void a_body_that_is_announced_too_large_is_not_waited_for(String length) throws IOException {
        try (var client = server.connect()) {
            client.send(TestServer.listingHead(0).replace("h: 0", "h: " + length));
            assertTooLarge(client.receive());
        }
        try (var client = server.connect()) {
            client.send(
                    TestServer.listingHead(0)
                            .replace("h: 0", "h: " + length + "\r\nExpect: 100-continue"));
            assertTooLarge(client.receive());
            assertThat(client.receiveAll()).isEmpty();
        }
    }

    @Test
    void a_body_in_chunks_is_refused_when_it_grows_too_large() throws IOException {
        var head = TestServer.chunkedHead();
        var chunk = "2000\r\n" + " ".repeat(0x2000) + "\r\n";
        try (var client = server.connect()) {
            client.send(head + chunk.repeat(127) + "2000\r\n{}" + " ".repeat(0x1ffe) + "\r\n");
            client.send("0\r\n\r\n");
            assertThat(client.receive().status()).isEqualTo(200);
        }
        try (var client = server.connect()) {
            client.send(head + chunk.repeat(129) + "0\r\n\r\n");
            assertTooLarge(client.receive());
        }
        try (var client = server.connect()) {
            client.send(head + "7fffffff\r\n" + chunk.repeat(200));
            assertTooLarge(client.receive());
        }
    }

    @Test
    void the_length_of_a_body_is_checked_before_anything_else() throws IOException {
        try (var client = server.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1048577\r\n\r\n");
            assertTooLarge(client.receive());
        }
    }

    private static void assertTooLarge(RawClient.Response response) {
        assertError(response, 413);
        assertThat(response.body())
                .isEqualTo(
                        "{\"__type\":\"RequestEntityTooLargeException\",\"message\":"
                                + "\"The request body is longer than 1048576 bytes.\"}");
    }
}
