package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.Outcome.assertRefused;
import static dev.rollcall.bootstrap.Outcome.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.jdbc.H2Store;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// What the commands share: options that cannot be honoured, and where options come from.
class CommandLineTest {

    @TempDir private Path dir;

    private String data() {
        return dir.resolve("data").toString();
    }

    @Test
    void what_cannot_be_honoured_is_one_sentence_and_a_recommended_action() throws IOException {
        assertRefused("can't be read", "import", dir.resolve("missing").toString());
        assertRefused("can be reached from outside", "serve", "--host", "0.0.0.0");
        assertRefused("--auth sigv4 needs keys.", "serve", "--auth", "sigv4");
        assertRefused("need --auth sigv4", "serve", "--rate-limit", "5");
        assertRefused("need each other", "serve", "--tls-key", "server.key");
        assertRefused("A limit of 0 or less", "serve", "--max-connections", "0");
        assertRefused("A page budget of 0 or less", "serve", "--page-budget", "0s");
        assertRefused("A page budget of 0 or less", "list", "--page-budget", "-5ms");
        assertRefused("There is no port 70000.", "serve", "--port", "70000");
        Path file = Files.writeString(dir.resolve("file"), "in the way");
        assertRefused("can't be used", "serve", "--data", file.toString());
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    "Rollcall can't listen on 127.0.0.1:" + taken.getLocalPort(),
                    "serve",
                    "--data",
                    data(),
                    "--port",
                    String.valueOf(taken.getLocalPort()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2m", "fast", "1.5s", "99999999999s"})
    void an_invalid_duration_is_refused(String duration) {
        var outcome = run("list", "--data", data(), "--page-budget", duration);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("'" + duration + "' is not a duration");
    }

    @Test
    void a_server_that_cannot_be_as_asked_for_does_not_start() {
        assertThat(run("serve", "--storage", "oracle").err())
                .contains("'oracle' is not one of h2, postgres, mongo");
        assertThat(run("serve", "--auth", "basic").err())
                .contains("'basic' is not one of none, sigv4");
        assertRefused("--auth sigv4 needs keys.", "serve", "--auth", "SigV4");
    }

    @Test
    void what_only_reads_makes_no_database() {
        assertRefused("holds no database", "list", "--data", data());
        assertRefused("holds no database", "export", "--data", data());
        assertThat(dir.resolve("data")).doesNotExist();
    }

    @Test
    void an_option_can_come_from_the_environment() {
        H2Store.open(dir.resolve("data")).close();
        var listed = run(Map.of("ROLLCALL_MAX_RESULTS", "0"), "list", "--data", data());
        assertThat(listed.err()).contains("MaxResults is 0");
    }
}
