package dev.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.FindProcessingJobs;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.http.support.CapturedLog;
import dev.rollcall.http.support.TestJobs;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/// What a client learns when a request fails, and what is logged instead.
class RefusalsTest {

    private static final Pattern NEXT_TOKEN = Pattern.compile("\"NextToken\":\"([^\"]+)\"");

    private static final String INVALID_TOKEN =
            "{\"__type\":\"ValidationException\","
                    + "\"message\":\"Invalid pagination token because \\\"{0}\\\".\"}";

    @Test
    void every_refused_token_gets_the_same_answer() throws IOException {
        var now = new AtomicReference<>(TestServer.NOW);
        var jobs = TestServer.inMemory(TestJobs.running(30));
        try (var server = TestServer.over(jobs, TestServer.LIMITS, now::get)) {
            var first = NEXT_TOKEN.matcher(server.list("{}").body());
            assertThat(first.find()).isTrue();
            String token = first.group(1);
            assertThat(server.list(resume(token, "")).status()).isEqualTo(200);

            assertRefused(server, resume("x", ""), "MALFORMED");
            assertRefused(server, resume("B" + token.substring(1), ""), "UNKNOWN_VERSION");
            assertRefused(server, resume("AQ" + "A".repeat(token.length() - 2), ""), "UNKNOWN_KEY");
            assertRefused(
                    server,
                    resume(token.substring(0, 100) + flip(token.substring(100)), ""),
                    "NOT_AUTHENTIC");
            assertRefused(server, resume(token, ",\"SortOrder\":\"Descending\""), "OTHER_LISTING");
            assertRefused(server, resume(token, ",\"NameContains\":\"j\""), "OTHER_LISTING");
            now.set(TestServer.NOW.minus(Duration.ofHours(1)));
            assertRefused(server, resume(token, ""), "NOT_YET_VALID");
            now.set(TestServer.NOW.plus(Duration.ofHours(24)));
            assertRefused(server, resume(token, ""), "EXPIRED");
            assertThat(CapturedLog.everything()).doesNotContain(token);
        }
    }

    private static String resume(String token, String more) {
        return "{\"NextToken\":\"%s\"%s}".formatted(token, more);
    }

    private static String flip(String text) {
        return (text.charAt(0) == 'A' ? 'B' : 'A') + text.substring(1);
    }

    private static void assertRefused(TestServer server, String request, String reason)
            throws IOException {
        var response = server.list(request);
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).isEqualTo(INVALID_TOKEN);
        assertThat(CapturedLog.everything())
                .contains(
                        "Request %s: the page token was refused, %s"
                                .formatted(response.headers().get("x-amzn-requestid"), reason));
    }

    @Test
    void an_unavailable_store_gives_503_and_is_called_again() throws IOException {
        var away = new AtomicBoolean(true);
        FindProcessingJobs store =
                (selection, budget) -> {
                    if (away.get()) {
                        throw new StorageUnavailable("the disk is on fire", new IOException());
                    }
                    return new Slice.Full(List.of());
                };
        try (var server = TestServer.over(store);
                var client = server.connect()) {
            var response = client.send(TestServer.listing("{}")).receive();

            assertThat(response.status()).isEqualTo(503);
            assertThat(response.headers()).containsEntry("x-amz-retry-after", "1000");
            assertThat(response.body())
                    .isEqualTo(
                            "{\"__type\":\"ServiceUnavailable\","
                                    + "\"message\":\"The service cannot answer now."
                                    + " Try again later.\"}");
            assertThat(CapturedLog.everything())
                    .contains(
                            "Request %s: the storage is unavailable"
                                    .formatted(response.headers().get("x-amzn-requestid")))
                    .contains("the disk is on fire");

            away.set(false);
            assertThat(client.send(TestServer.listing("{}")).receive().status()).isEqualTo(200);
        }
    }

    @Test
    void a_bug_gives_500_and_reveals_nothing_to_the_client() throws IOException {
        assertInternalFailure(
                (selection, budget) -> {
                    throw new IllegalStateException("an internal detail");
                });
        assertInternalFailure(
                (selection, budget) -> {
                    throw new StackOverflowError("an internal detail");
                });
    }

    private static void assertInternalFailure(FindProcessingJobs store) throws IOException {
        try (var server = TestServer.over(store)) {
            var response = server.list("{}");

            assertThat(response.status()).isEqualTo(500);
            assertThat(response.body())
                    .isEqualTo(
                            "{\"__type\":\"InternalFailure\",\"message\":"
                                    + "\"The request failed because of an error inside the"
                                    + " service.\"}");
            assertThat(CapturedLog.everything())
                    .contains(
                            "Request %s failed"
                                    .formatted(response.headers().get("x-amzn-requestid")))
                    .contains("an internal detail");
        }
    }
}
