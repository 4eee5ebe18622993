package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.StartedProcesses.rollcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/// How a server ends that gets a signal, and with which status.
class StopTest {

    private static final int STATUS_OF_SIGNALS = 128;
    private static final int SIGINT = 2;
    private static final int SIGTERM = 15;

    @TempDir private Path dir;
    @AutoClose private final StartedProcesses processes = new StartedProcesses();

    /// A server, and where it listens.
    private record Server(Process process, URI uri) {

        int status() throws InterruptedException {
            assertThat(process.waitFor(60, SECONDS)).isTrue();
            return process.exitValue();
        }
    }

    private Server start(String command) throws IOException {
        String[] arguments = command.replace("DATA", dir.resolve("data").toString()).split(" ");
        var process = processes.start(rollcall(arguments));
        String ready = process.inputReader(UTF_8).readLine();
        return new Server(process, URI.create(ready.replaceFirst(".*(http\\S+).*", "$1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve --port 0 --data DATA", "demo --port 0"})
    void a_server_that_sigterm_stops_ends_with_success(String command) throws Exception {
        var server = start(command);

        server.process().toHandle().destroy();

        assertThat(server.status()).isZero();
        assertThat(server.process().errorReader(UTF_8).readAllAsString()).isEmpty();
    }

    @Test
    void a_second_sigterm_is_not_success() throws Exception {
        var server = start("serve --port 0 --data DATA --drain 60");
        try (var client = new Socket(server.uri().getHost(), server.uri().getPort())) {
            var head =
                    """
                    POST / HTTP/1.1\r
                    Host: localhost\r
                    X-Amz-Target: SageMaker.ListProcessingJobs\r
                    Expect: 100-continue\r
                    Content-Length: 9\r
                    \r
                    """;
            client.getOutputStream().write(head.getBytes(US_ASCII));
            assertThat(new String(client.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 100");

            do {
                server.process().toHandle().destroy();
            } while (!server.process().waitFor(100, MILLISECONDS));

            assertThat(server.status()).isEqualTo(STATUS_OF_SIGNALS + SIGTERM);
        }
    }

    @Test
    void a_second_sigterm_waits_for_nothing() throws Exception {
        var server = start("serve --port 0 --data DATA --drain 100000");

        do {
            server.process().toHandle().destroy();
        } while (!server.process().waitFor(100, MILLISECONDS));

        assertThat(server.status()).isEqualTo(STATUS_OF_SIGNALS + SIGTERM);
        assertThat(Outcome.run("list", "--data", dir.resolve("data").toString()).status()).isZero();
    }

    /// What was started in the background of a script ignores the signal, and hands that on.
    private static boolean ignoresInterrupts() throws IOException {
        var status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                        .anyMatch(ignored -> (ignored & (1L << (SIGINT - 1))) != 0);
    }

    @Test
    void an_interrupted_server_ends_as_interrupted_programs_do() throws Exception {
        assumeFalse(ignoresInterrupts(), "Skipped: SIGINT is ignored here, by the server too.");
        var server = start("serve --port 0 --data DATA");

        new ProcessBuilder("kill", "-INT", String.valueOf(server.process().pid())).start();

        assertThat(server.status()).isEqualTo(STATUS_OF_SIGNALS + SIGINT);
    }
}
