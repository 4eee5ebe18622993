package dev.rollcall.http.admin;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.rollcall.http.support.RawClient;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;

/// What the port of health and metrics answers.
class AdminServerTest {

    private Optional<String> notReady = Optional.empty();
    private final AdminServer server =
            new AdminServer("127.0.0.1", 0, () -> notReady, () -> "rollcall_records_total 1\n");

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RawClient.Response ask(String method, String path) throws IOException {
        try (var client = RawClient.connect(server.uri().getPort())) {
            return client.send("%s %s HTTP/1.1\r\nHost: x\r\n\r\n".formatted(method, path))
                    .receive();
        }
    }

    @Test
    void a_server_that_is_not_ready_is_alive_nevertheless() throws IOException {
        assertThat(ask("GET", "/health/ready").status()).isEqualTo(200);

        notReady = Optional.of("stopping");

        assertThat(ask("GET", "/health/ready").status()).isEqualTo(503);
        assertThat(ask("GET", "/health/ready").body()).isEqualTo("not ready: stopping\n");
        assertThat(ask("GET", "/health/live").status()).isEqualTo(200);
    }

    @Test
    void metrics_are_text_for_prometheus() throws IOException {
        var metrics = ask("GET", "/metrics");

        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.body()).isEqualTo("rollcall_records_total 1\n");
        assertThat(metrics.headers().get("content-type"))
                .isEqualTo("text/plain; version=0.0.4; charset=utf-8");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 404",
        "GET, /health, 404",
        "POST, /health/live, 405",
        "PUT, /metrics, 405"
    })
    void whatever_else_is_asked_is_refused(String method, String path, int status)
            throws IOException {
        assertThat(ask(method, path).status()).isEqualTo(status);
    }

    @Test
    void a_client_that_never_pauses_and_never_ends_its_request_is_closed() throws IOException {
        try (var hasty =
                new AdminServer(
                        "127.0.0.1", 0, Optional::empty, () -> "", Duration.ofMillis(300))) {
            hasty.start();
            try (var client = new Socket(InetAddress.getLoopbackAddress(), hasty.uri().getPort())) {
                client.setSoTimeout(10);
                client.getOutputStream().write("GET / HTTP/1.1\r\nX: ".getBytes(US_ASCII));

                boolean closed = false;
                for (int i = 0; i < 1_000 && !closed; i++) {
                    closed = isClosedAfterAnotherByte(client);
                }
                assertThat(closed).isTrue();
            }
        }
    }

    private static boolean isClosedAfterAnotherByte(Socket client) {
        try {
            client.getOutputStream().write('x');
            return client.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
