package dev.rollcall.http;

import static dev.rollcall.http.support.TestKeys.ADA;
import static dev.rollcall.http.support.TestKeys.BOB;
import static dev.rollcall.http.support.TestKeys.EVE;
import static dev.rollcall.http.support.TestKeys.HERE;
import static dev.rollcall.http.support.TestKeys.NOON;
import static dev.rollcall.http.support.TestKeys.signed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.Rate;
import dev.rollcall.http.support.RequestDraft;
import dev.rollcall.http.support.SignedServer;
import dev.rollcall.http.support.Signer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// What signatures do on the whole server: whose jobs a client sees, and which error comes first.
class SignedServerTest {

    private static final Pattern TOKEN = Pattern.compile("\"NextToken\":\"([^\"]+)\"");

    private SignedServer server;

    @BeforeEach
    void start() throws IOException {
        server = new SignedServer(Optional.empty());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"NameContains\":\"of-\"}",
                "{\"AccountId\":\"222222222222\",\"Region\":\"us-east-1\"}",
                "{\"AccountId\":\"111111111111\",\"SortBy\":\"Name\"}",
            })
    void each_account_sees_its_own_jobs_whatever_the_body_says(String body) throws IOException {
        assertThat(listed(ADA, body)).contains("of-ada-1", "of-ada-2").doesNotContain("of-bob");
        assertThat(listed(BOB, body)).contains("of-bob-1", "of-bob-2").doesNotContain("of-ada");
    }

    @Test
    void a_token_of_another_account_is_refused() throws IOException {
        var token = TOKEN.matcher(listed(ADA, "{\"MaxResults\":1}"));
        assertThat(token.find()).isTrue();
        var body = "{\"MaxResults\":1,\"NextToken\":\"" + token.group(1) + "\"}";

        assertThat(listed(ADA, body)).contains("of-ada");
        assertRefused(signed(BOB, body), "ValidationException", "Invalid pagination token");
    }

    @Test
    void an_unknown_operation_is_refused_before_a_missing_signature() throws IOException {
        assertRefused(
                RequestDraft.listing().with("x-amz-target", "SageMaker.ListAll"),
                "UnknownOperationException",
                "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"MaxResults\":\"1\"}", "{\"MaxResults\":0}"})
    void a_missing_signature_is_refused_before_the_body_is_looked_at(String body)
            throws IOException {
        assertRefused(
                RequestDraft.listing().withBody(body),
                "MissingAuthenticationTokenException",
                "Missing Authentication Token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"MaxResults\":[]}"})
    void wrong_types_are_refused_before_a_missing_permission(String body) throws IOException {
        assertRefused(signed(EVE, body), "SerializationException", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"MaxResults\":0}", "{\"NextToken\":\"no token\"}"})
    void a_missing_permission_is_refused_before_constraints(String body) throws IOException {
        assertRefused(
                signed(EVE, body),
                "AccessDeniedException",
                "User: arn:aws:iam::111111111111:user/eve is not authorized to perform:"
                        + " sagemaker:ListProcessingJobs because no identity-based policy allows"
                        + " the sagemaker:ListProcessingJobs action");
    }

    @Test
    void constraints_come_last() throws IOException {
        assertRefused(signed(ADA, "{\"MaxResults\":0}"), "ValidationException", "maxResults");
    }

    /// However slow the machine is, some three requests come within a second.
    @Test
    @Timeout(60)
    void a_key_that_is_used_too_often_is_refused_and_no_other() throws IOException {
        try (var slow = new SignedServer(Optional.of(new Rate(1, 2)))) {
            assertThat(slow.answer(signed(ADA, "{}")).status()).isEqualTo(200);
            assertThat(slow.answer(signed(ADA, "{}")).status()).isEqualTo(200);

            var next = slow.answer(signed(ADA, "{}"));
            while (next.status() == 200) {
                next = slow.answer(signed(ADA, "{}"));
            }

            assertThat(next.status()).isEqualTo(400);
            assertThat(next.body())
                    .isEqualTo(
                            "{\"__type\":\"ThrottlingException\",\"message\":\"Rate exceeded\"}");
            assertThat(Integer.valueOf(next.headers().get("x-amz-retry-after")))
                    .isBetween(1, 3_600_000);
            assertThat(slow.answer(signed(BOB, "{}")).status()).isEqualTo(200);
        }
    }

    @Test
    @Timeout(20)
    void a_clock_that_is_set_back_throttles_nobody_for_as_long() throws IOException {
        Instant earlier = NOON.minus(Duration.ofMinutes(30));
        try (var throttled = new SignedServer(Optional.of(new Rate(1000, 1)))) {
            assertThat(throttled.answer(signed(ADA, "{}")).status()).isEqualTo(200);

            throttled.setClock(earlier);

            var request = new Signer(ADA, HERE, earlier).sign(RequestDraft.listing());
            int status;
            do {
                status = throttled.answer(request).status();
            } while (status != 200);
        }
    }

    private String listed(AccessKey key, String body) throws IOException {
        var response = server.answer(signed(key, body));
        assertThat(response.status()).isEqualTo(200);
        return response.body();
    }

    private void assertRefused(RequestDraft request, String type, String message)
            throws IOException {
        var response = server.answer(request);
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body())
                .startsWith("{\"__type\":\"" + type + "\"")
                .contains(message)
                .doesNotContain("ProcessingJobSummaries");
    }
}
