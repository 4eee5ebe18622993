package dev.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobRecord;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.Secret;
import dev.rollcall.http.intake.IntakeKey;
import dev.rollcall.http.server.IntakeSettings;
import dev.rollcall.http.support.RawClient.Response;
import dev.rollcall.http.support.TestKeys;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every way into a server that asks for signatures, tried without one.
class RoutesTest {

    /// What such a server answers without a signature, as SECURITY.md lists it.
    private static final List<String> WITHOUT_SIGNATURE = List.of("POST /events");

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    private static final List<String> PATHS =
            List.of(
                    "/",
                    "/events",
                    "/events/",
                    "//events",
                    "/./events",
                    "/%2e/events",
                    "/a%2F..%2Fevents",
                    "/EVENTS",
                    "/health/live",
                    "/metrics",
                    "/favicon.ico",
                    "/index.html",
                    "/../",
                    "*");

    private static final List<String> TARGETS =
            List.of(
                    "",
                    "X-Amz-Target: SageMaker.ListProcessingJobs\r\n",
                    "X-Amz-Target: SageMaker.DescribeProcessingJob\r\n",
                    "X-Amz-Target: SageMaker.ListTags\r\n",
                    "X-Amz-Target: SageMaker.CreateProcessingJob\r\n",
                    "X-Api-Key: wrong\r\n");

    private static final String KEY = "the right key";

    private final List<JobDescription> recorded = new ArrayList<>();
    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        var key =
                new IntakeKey(
                        "test", Secret.of(KEY), Optional.empty(), new AccessKey.Regions.All());
        server =
                TestServer.recording(
                        (batch, _) -> {
                            recorded.addAll(batch);
                            return batch.size();
                        },
                        new Access.Signed(
                                _ -> Optional.of(TestKeys.ADA),
                                Access.Signed.DEFAULT_SKEW,
                                Optional.empty()),
                        new IntakeSettings(
                                Optional.of(() -> List.of(key)), JobRecord.USUAL_MAX_AHEAD));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void every_way_without_a_signature_is_an_error_and_changes_nothing() throws IOException {
        for (String method : METHODS) {
            for (String path : PATHS) {
                for (String target : TARGETS) {
                    var response = send(method, path, target);
                    assertThat(response.status())
                            .as("%s %s %s", method, path, target)
                            .isBetween(400, 499);
                    if (!method.equals("HEAD")) {
                        assertThat(response.body())
                                .as("%s %s %s", method, path, target)
                                .containsIgnoringCase("\"message\":");
                    }
                }
            }
        }
        assertThat(recorded).isEmpty();
    }

    @Test
    void the_ways_that_need_no_signature_need_a_key_and_are_documented() throws IOException {
        String security = Files.readString(Path.of("..", "SECURITY.md"));
        for (String route : WITHOUT_SIGNATURE) {
            String[] methodAndPath = route.split(" ", 2);
            var refused = send(methodAndPath[0], methodAndPath[1], "");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(send(methodAndPath[0], methodAndPath[1], "X-Api-Key: " + KEY + "\r\n"))
                    .extracting(Response::status)
                    .isNotEqualTo(401);
            assertThat(security).contains("`%s`".formatted(route));
        }
    }

    private Response send(String method, String path, String headers) throws IOException {
        try (var client = server.connect()) {
            client.send(
                    "%s %s HTTP/1.1\r\nHost: localhost\r\n%sContent-Length: 2\r\n\r\n{}"
                            .formatted(method, path, headers));
            return method.equals("HEAD") ? client.receiveHead() : client.receive();
        }
    }
}
