package dev.rollcall.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.support.HostileRequests;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/// A valid request with a few bytes changed, many times.
class MutatedRequestsTest extends HostileRequests {

    @Test
    void no_bytes_cause_html_a_stack_trace_or_a_500() throws IOException {
        long seed = 20240506;
        var random = new Random(seed);
        for (int run = 0; run < 1000; run++) {
            byte[] request = mutate(random, TestServer.listing("{\"MaxResults\":1}"));
            try (var client = server.connect()) {
                // The second request ends a body that the first one's mutation left open.
                client.send(request)
                        .send("}\r\n\r\n0\r\n\r\n")
                        .sendWhileOpen("x".repeat(64).getBytes(StandardCharsets.US_ASCII));
                client.finish();
                for (var response : client.receiveAll()) {
                    assertThat(response.status())
                            .as("seed %s, run %s", seed, run)
                            .satisfiesAnyOf(
                                    status -> assertThat(status).isBetween(100, 499),
                                    status -> assertThat(status).isEqualTo(505));
                    assertThat(response.body().toLowerCase(Locale.ROOT))
                            .as("seed %s, run %s", seed, run)
                            .doesNotContain("<html", "exception:", "\tat ", ".java");
                    assertThat(response.headers())
                            .as("seed %s, run %s", seed, run)
                            .containsEntry("content-type", "application/x-amz-json-1.1")
                            .containsKey("x-amzn-requestid");
                }
            }
        }
    }

    private static byte[] mutate(Random random, String request) {
        var bytes = new StringBuilder(request);
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(bytes.length());
            switch (random.nextInt(4)) {
                case 0 -> bytes.setCharAt(at, (char) random.nextInt(256));
                case 1 -> bytes.insert(at, (char) random.nextInt(128));
                case 2 -> bytes.deleteCharAt(at);
                default -> {
                    int end = random.nextInt(at, bytes.length());
                    bytes.insert(at, bytes.substring(at, end));
                }
            }
        }
        return bytes.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
