package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.StartedProcesses.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/// What an operator can ask of a server, and finds in its log.
class OperatedServerTest {

    private static final String URL = "http://127\\.0\\.0\\.1:\\d+";

    @TempDir private Path dir;
    @AutoClose private final StartedProcesses processes = new StartedProcesses();
    @AutoClose private final HttpClient client = HttpClient.newHttpClient();

    private Process server;
    private BufferedReader out;
    private URI admin;
    private URI api;

    @BeforeEach
    void start() throws IOException {
        var h2 = new H2Commands(dir);
        h2.imports(H2Commands.TWO_LINES);
        server =
                processes.start(
                        rollcall(
                                "serve --port 0 --admin-port 0 --access-log --log-format json"
                                        .concat(" --drain 600 --data ")
                                        .concat(h2.data())
                                        .split(" ")));
        out = server.inputReader(UTF_8);
        admin = url("Health and metrics: " + URL);
        api = url("Rollcall is listening on " + URL + " \\(storage .*\\)");
    }

    private URI url(String line) throws IOException {
        String printed = out.readLine();
        assertThat(printed).matches(line);
        return URI.create(printed.replaceFirst(".*(http\\S+).*", "$1"));
    }

    @AfterEach
    void nothing_was_printed_after_the_ready_line() throws IOException {
        server.toHandle().destroyForcibly();
        assertThat(out.readLine()).isNull();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(admin.resolve(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> list() throws Exception {
        return client.send(
                HttpRequest.newBuilder(api)
                        .header("X-Amz-Target", "SageMaker.ListProcessingJobs")
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void the_access_log_names_the_request_as_the_client_knows_it() throws Exception {
        String id = list().headers().firstValue("x-amzn-requestid").orElseThrow();

        assertThat(server.errorReader(UTF_8).readLine())
                .matches(
                        "\\{\"time\":\"[0-9TZ:.-]+\",\"level\":\"INFO\",\"logger\":\"AccessLog\",.*}")
                .contains("\"request\":\"" + id + "\"")
                .contains("\"key\":\"-\"", "\"operation\":\"ListProcessingJobs\"")
                .contains("\"status\":200", "\"items\":2")
                .containsPattern("\"ms\":[0-9.]+}$");
    }

    @Test
    void metrics_count_requests_scans_and_connections() throws Exception {
        list();
        server.errorReader(UTF_8).readLine(); // It was counted when it is logged.

        assertThat(get("/metrics").body())
                .contains("rollcall_requests_seconds_count")
                .contains("operation=\"ListProcessingJobs\",outcome=\"ok\"")
                .containsPattern("rollcall_scan_entries_count 1(\\.0)?\n")
                .containsPattern("rollcall_page_fill_sum 0\\.2\n")
                .contains("rollcall_store_connections{state=\"busy\"}")
                .contains("rollcall_signature_refusals_total{reason=\"mismatch\"} 0.0")
                .contains("rollcall_records_total{result=\"changed\"} 0.0")
                .contains("jvm_memory_used_bytes", "process_uptime_seconds");
    }

    @Test
    void a_server_that_sigterm_stops_is_not_ready_but_alive_while_it_drains() throws Exception {
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);

        server.toHandle().destroy();

        var ready = get("/health/ready");
        while (ready.statusCode() == 200) {
            ready = get("/health/ready");
        }
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).isEqualTo("not ready: stopping\n");
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(server.isAlive()).isTrue();
    }
}
