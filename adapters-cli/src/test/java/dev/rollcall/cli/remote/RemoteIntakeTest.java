package dev.rollcall.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.rollcall.application.PartlyStored;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.importing.BatchTarget.Outcome;
import dev.rollcall.contract.JobBuilder;
import dev.rollcall.domain.jobs.JobDescription;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a client of the intake makes of a server's answers.
class RemoteIntakeTest {

    private record Answer(int status, String body) {}

    private static final Answer ALL =
            new Answer(200, "{\"recorded\":500,\"unchanged\":0,\"refused\":[]}");

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> keys = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private HttpServer server;
    private String url;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/events", this::answer);
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Api-Key")));
        lines.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8).lines().count());
        var answer = answers.isEmpty() ? ALL : answers.remove();
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Retry-After", "0");
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Outcome record(int jobs, Duration patience) {
        List<JobDescription> batch =
                IntStream.range(0, jobs)
                        .mapToObj(i -> new JobDescription(JobBuilder.job("job-" + i).build()))
                        .toList();
        try (var intake = new RemoteIntake(url, Optional.of("secret"), patience, notices::add)) {
            return intake.record(batch, Instant.MAX);
        }
    }

    @Test
    void records_go_in_parts_with_the_key_and_are_counted() {
        answers.add(ALL);
        answers.add(
                new Answer(
                        200,
                        "{\"recorded\":1,\"unchanged\":198,\"refused\":[{\"position\":3,"
                                + "\"line\":\"3\",\"reason\":\"too new\"}]}"));
        assertThat(record(700, Duration.ZERO)).isEqualTo(new Outcome(501, 198, List.of("too new")));
        assertThat(lines).containsExactly(500L, 200L);
        assertThat(keys).containsOnly("secret");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void a_server_that_is_busy_or_away_is_asked_again_and_that_is_said_once(int status) {
        answers.add(new Answer(status, ""));
        answers.add(new Answer(status, "<html>"));
        assertThat(record(1, Duration.ofSeconds(60)).changed()).isEqualTo(500);
        assertThat(lines).hasSize(3);
        assertThat(notices).hasSize(1);
        assertThat(notices.getFirst()).contains(url, Integer.toString(status));
    }

    @Test
    void what_was_acknowledged_before_a_server_went_away_is_counted() {
        answers.add(ALL);
        answers.add(new Answer(503, ""));
        assertThatExceptionOfType(PartlyStored.class)
                .isThrownBy(() -> record(1_000, Duration.ZERO))
                .satisfies(it -> assertThat(it.changed()).isEqualTo(500));
    }

    @Test
    void a_server_that_is_not_there_is_named() {
        server.stop(0);
        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() -> record(1, Duration.ZERO))
                .withMessageContaining(url);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {\"message\":\"no\"} | lets nobody record with this key: no",
                "403 | {\"message\":\"no\"} | lets nobody record with this key: no",
                "404 | <html>               | takes no records (status 404)",
                "200 | hello                | takes no records (status 200)",
                "200 | {}                   | takes no records (status 200)",
                "400 | {\"__type\":\"UnknownOperationException\",\"message\":\"no\"}"
                        + " | takes no records (status 400): no"
            })
    void whatever_is_no_intake_is_refused(int status, String body, String sentence) {
        answers.add(new Answer(status, body));
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> record(1, Duration.ZERO))
                .withMessageContaining(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost:8080",
                "ftp://localhost",
                "http://",
                "http://user:secret@localhost",
                "http:// x"
            })
    void an_address_that_is_none_is_refused(String address) {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(
                        () ->
                                new RemoteIntake(
                                        address, Optional.empty(), Duration.ZERO, notices::add));
    }
}
