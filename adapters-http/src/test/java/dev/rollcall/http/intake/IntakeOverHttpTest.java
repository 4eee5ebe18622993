package dev.rollcall.http.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.UpsertProcessingJobs;
import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobRecord;
import dev.rollcall.domain.jobs.Region;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.Permission;
import dev.rollcall.http.access.Secret;
import dev.rollcall.http.server.IntakeSettings;
import dev.rollcall.http.support.RawClient.Response;
import dev.rollcall.http.support.RequestDraft;
import dev.rollcall.http.support.Signer;
import dev.rollcall.http.support.TestKeys;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// Who may record what over HTTP, and what is answered.
class IntakeOverHttpTest {

    private static final String KEY = "correct horse battery staple";

    private static final IntakeKey FOR_ONE_ACCOUNT =
            new IntakeKey(
                    "eventbridge",
                    Secret.of(KEY),
                    Optional.of(Set.of(new AccountId("111111111111"))),
                    new AccessKey.Regions.Only(Set.of(new Region("us-east-1"))));

    private static final IntakeSettings KEYS =
            new IntakeSettings(
                    Optional.of(() -> List.of(FOR_ONE_ACCOUNT)), JobRecord.USUAL_MAX_AHEAD);

    private final List<JobDescription> recorded = new CopyOnWriteArrayList<>();

    private final UpsertProcessingJobs store =
            (batch, _) -> {
                recorded.addAll(batch);
                return batch.size();
            };

    private static String summary(String account, String region, String name) {
        return """
        {"ProcessingJobName": "%3$s", "ProcessingJobStatus": "Completed", "CreationTime": 1700000000,
         "ProcessingJobArn": "arn:aws:sagemaker:%2$s:%1$s:processing-job/%3$s"}
        """
                .formatted(account, region, name);
    }

    private static final String OWN = summary("111111111111", "us-east-1", "a");

    private static Response post(TestServer server, String path, String headers, String body)
            throws IOException {
        try (var client = server.connect()) {
            int length = body.getBytes(StandardCharsets.UTF_8).length;
            return client.send(
                            "POST %s HTTP/1.1\r\nHost: localhost\r\n%sContent-Length: %d\r\n\r\n%s"
                                    .formatted(path, headers, length, body))
                    .receive();
        }
    }

    private static Response postWithKey(TestServer server, String body) throws IOException {
        return post(server, "/events", "X-Api-Key: " + KEY + "\r\n", body);
    }

    private TestServer withKeys() throws IOException {
        return TestServer.recording(store, TestServer.OPEN, KEYS);
    }

    @Test
    void what_was_recorded_is_counted_and_what_was_not_has_its_reason() throws IOException {
        try (var server = withKeys()) {
            var response =
                    postWithKey(server, OWN + summary("222222222222", "us-east-1", "b") + "x");
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.headers()).containsEntry("content-type", "application/json");
            assertThat(response.body())
                    .startsWith("{\"recorded\":1,\"unchanged\":0,\"refused\":[{\"position\":2,")
                    .contains("the key may not record jobs of account 222222222222 in us-east-1")
                    .contains("\"position\":3")
                    .contains("not a JSON object");
            assertThat(recorded).extracting(it -> it.job().name().value()).containsExactly("a");
        }
    }

    @Test
    void what_was_refused_beyond_a_thousand_is_counted() throws IOException {
        try (var server = withKeys()) {
            assertThat(postWithKey(server, OWN + "[" + "1,".repeat(1_500) + "]").body())
                    .contains("\"position\":1001,")
                    .doesNotContain("\"position\":1002,")
                    .endsWith("],\"moreRefused\":500}");
        }
    }

    @Test
    void a_request_of_which_nothing_can_be_recorded_must_not_be_repeated() throws IOException {
        try (var server = withKeys()) {
            assertThat(postWithKey(server, "").status()).isEqualTo(400);
            var response = postWithKey(server, summary("111111111111", "eu-west-1", "a"));
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.body())
                    .startsWith("{\"message\":\"No record of the request can be recorded.\"")
                    .contains("in eu-west-1");
            assertThat(recorded).isEmpty();
        }
    }

    @Test
    void whoever_has_no_key_or_a_wrong_one_or_two_is_refused_from_the_head() throws IOException {
        try (var server = withKeys()) {
            for (String headers :
                    List.of(
                            "",
                            "X-Api-Key: \r\n",
                            "X-Api-Key: wrong\r\n",
                            "X-Api-Key: " + KEY + "x\r\n",
                            "X-Api-Key: " + KEY + "\r\nX-Api-Key: " + KEY + "\r\n")) {
                var response = post(server, "/events", headers, OWN);
                assertThat(response.status()).as(headers).isEqualTo(401);
                assertThat(response.body()).contains("\"message\":");
            }
            assertThat(recorded).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//events",
                "/./events",
                "/x/../events",
                "/%65vents",
                "/%2e/events",
                "%2Fevents",
                "/events/",
                "/events;x",
                "/Events",
                "/"
            })
    void a_path_that_is_not_spelled_as_it_is_never_reaches_the_intake(String path)
            throws IOException {
        try (var server = withKeys()) {
            var response = post(server, path, "X-Api-Key: " + KEY + "\r\n", OWN);
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.body()).contains("\"__type\":");
            assertThat(recorded).isEmpty();
        }
    }

    @Test
    void a_request_with_a_target_is_aws_s_whatever_its_path() throws IOException {
        try (var server = withKeys()) {
            var response =
                    post(
                            server,
                            "/events",
                            "X-Amz-Target: SageMaker.ListProcessingJobs\r\nX-Api-Key: %s\r\n"
                                    .formatted(KEY),
                            "{}");
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body()).contains("ProcessingJobSummaries");
        }
    }

    @Test
    void without_keys_a_server_for_everybody_records_for_every_program_and_no_web_page()
            throws IOException {
        try (var server = TestServer.recording(store, TestServer.OPEN, IntakeSettings.DEFAULT)) {
            assertThat(post(server, "/events", "", OWN).status()).isEqualTo(200);
            for (String header :
                    List.of(
                            "Origin: http://localhost\r\n",
                            "Origin: null\r\n",
                            "Sec-Fetch-Site: same-origin\r\n",
                            "Sec-Fetch-Site: cross-site\r\n")) {
                assertThat(post(server, "/events", header, OWN).status()).isIn(400, 403);
            }
            assertThat(recorded).hasSize(1);
        }
    }

    @Test
    void a_storage_that_is_away_is_to_be_tried_again() throws IOException {
        UpsertProcessingJobs away =
                (batch, horizon) -> {
                    throw new StorageUnavailable("away", new IOException("cut"));
                };
        try (var server = TestServer.recording(away, TestServer.OPEN, KEYS)) {
            var response = postWithKey(server, OWN);
            assertThat(response.status()).isEqualTo(503);
            assertThat(response.headers()).containsEntry("retry-after", "5");
        }
    }

    @Test
    void a_body_that_is_too_large_is_refused_from_the_head() throws IOException {
        String head =
                """
                POST /events HTTP/1.1
                Host: localhost
                X-Api-Key: %s
                Content-Length: %d

                """
                        .formatted(KEY, IntakeHandler.MAX_BODY_BYTES + 1)
                        .replace("\n", "\r\n");
        try (var server = withKeys();
                var client = server.connect()) {
            assertThat(client.send(head).receive().status()).isEqualTo(413);
        }
    }

    @Test
    void an_access_key_that_may_record_signs_for_jobs_of_its_account() throws IOException {
        AccessKey recorder =
                new AccessKey(
                        "AKIDREC",
                        Secret.of("recorder"),
                        Optional.empty(),
                        new AccountId("111111111111"),
                        new AccessKey.Regions.All(),
                        Set.of(Permission.RECORD),
                        "recorder");
        var access =
                new Access.Signed(
                        id ->
                                List.of(recorder, TestKeys.ADA).stream()
                                        .filter(key -> key.id().equals(id))
                                        .findFirst(),
                        Access.Signed.DEFAULT_SKEW,
                        Optional.empty());
        try (var server = TestServer.recording(store, access, IntakeSettings.DEFAULT)) {
            assertThat(signed(server, recorder, OWN).status()).isEqualTo(200);
            assertThat(signed(server, recorder, summary("222222222222", "us-east-1", "b")).status())
                    .isEqualTo(400);
            var lister = signed(server, TestKeys.ADA, OWN);
            assertThat(lister.status()).isEqualTo(403);
            assertThat(lister.body()).contains("The access key does not allow to record jobs.");
            assertThat(post(server, "/events", "", OWN).status()).isEqualTo(401);
            assertThat(recorded).hasSize(1);
        }
    }

    private static Response signed(TestServer server, AccessKey key, String body)
            throws IOException {
        var draft =
                new Signer(key, new Region("us-east-1"), TestServer.NOW)
                        .sign(RequestDraft.post("/events", body));
        try (var client = server.connect()) {
            return client.send(draft.onWire()).receive();
        }
    }
}
