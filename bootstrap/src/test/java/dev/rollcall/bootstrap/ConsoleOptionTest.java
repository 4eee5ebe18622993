package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.StartedProcesses.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/// Which commands serve the page for people, and where they say it is.
class ConsoleOptionTest {

    @TempDir private Path dir;
    @AutoClose private final StartedProcesses processes = new StartedProcesses();

    /// What a command prints, up to the line that has this in it.
    private String printed(String command, String until) throws IOException {
        var process = processes.start(rollcall(command.split(" ")));
        return process.inputReader(UTF_8)
                .lines()
                .filter(line -> line.contains(until))
                .findFirst()
                .orElseThrow();
    }

    private static URI address(String line) {
        return URI.create(line.replaceFirst(".*(http\\S+).*", "$1"));
    }

    private static int status(URI console) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(console).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void the_demo_says_where_its_console_is() throws Exception {
        assertThat(status(address(printed("demo --port 0", "/console/")))).isEqualTo(200);
    }

    @Test
    void serve_has_a_console_unless_told_otherwise() throws Exception {
        String serve = "serve --port 0 --data " + dir.resolve("data");
        assertThat(status(address(printed(serve, "listening")).resolve("/console/")))
                .isEqualTo(200);
    }

    @Test
    void serve_without_a_console_answers_its_address_as_any_other() throws Exception {
        String serve = "serve --port 0 --no-console --data " + dir.resolve("data");
        assertThat(status(address(printed(serve, "listening")).resolve("/console/")))
                .isEqualTo(400);
    }
}
