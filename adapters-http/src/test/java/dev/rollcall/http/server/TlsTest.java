package dev.rollcall.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.http.support.RawClient;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;

/// Clients that speak TLS, or do not.
class TlsTest extends ServedTls {

    private static final Duration SHORT = Duration.ofMillis(300);

    /// A server that waits no longer than this for a client.
    private RollcallServer impatient(Duration timeout) throws IOException {
        var impatient = over(files, TestServer.withClientTimeout(timeout));
        impatient.start();
        return impatient;
    }

    @Test
    void a_client_that_trusts_the_certificate_lists() throws Exception {
        assertThat(server.uri()).hasScheme("https");
        assertServed(ec);
    }

    @Test
    void a_client_that_does_not_trust_the_certificate_does_not_send() {
        assertThatThrownBy(() -> assertServed(otherEc)).isInstanceOf(IOException.class);
    }

    @Test
    void a_new_certificate_is_served_to_new_connections_while_open_ones_continue()
            throws Exception {
        try (var socket = connect(ec);
                var open = RawClient.over(socket)) {
            assertThat(open.send(TestServer.listing("{}")).receive().status()).isEqualTo(200);
            rsa.writeTo(files);

            server.reloadTls();

            assertServed(rsa);
            assertThat(open.send(TestServer.listing("{}")).receive().status()).isEqualTo(200);
        }
    }

    @Test
    void a_connection_may_be_idle_for_longer_than_a_client_may_take() throws Exception {
        // Long enough for a handshake and what a client sends at once, also on a busy machine.
        var timeout = Duration.ofSeconds(3);
        try (var impatient = impatient(timeout);
                var socket = connect(impatient, ec);
                var client = RawClient.over(socket)) {
            assertThat(client.send(TestServer.listing("{}")).receive().status()).isEqualTo(200);
            Thread.sleep(timeout.plusMillis(500));
            assertThat(client.send(TestServer.listing("{}")).receive().status()).isEqualTo(200);
            client.send("POST / HT");
            client.awaitClose();
        }
    }

    @Test
    void a_client_that_begins_no_handshake_is_disconnected() throws IOException {
        try (var impatient = impatient(SHORT);
                var client = RawClient.connect(impatient.port())) {
            client.awaitClose();
        }
    }

    @Test
    void a_client_that_shakes_hands_byte_by_byte_is_disconnected() throws Exception {
        try (var impatient = impatient(SHORT);
                var client = RawClient.connect(impatient.port())) {
            // A record of 16 KiB that begins a ClientHello as long.
            client.send(new byte[] {22, 3, 1, 0x3f, (byte) 0xff, 1, 0, 0x3f, (byte) 0xfb, 3, 3});
            for (int i = 0; i < 1_500; i++) {
                try {
                    client.send(new byte[1]);
                } catch (IOException closed) {
                    return;
                }
                Thread.sleep(20);
            }
            throw new AssertionError("the server is still waiting for the handshake");
        }
    }
}
