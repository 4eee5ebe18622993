package dev.rollcall.http;

import static dev.rollcall.http.support.TestKeys.ADA;
import static dev.rollcall.http.support.TestKeys.BOB;
import static dev.rollcall.http.support.TestKeys.NOON;
import static dev.rollcall.http.support.TestKeys.TEMPORARY;
import static dev.rollcall.http.support.TestKeys.signed;
import static dev.rollcall.http.support.TestKeys.signer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.support.CapturedLog;
import dev.rollcall.http.support.RawClient;
import dev.rollcall.http.support.RequestDraft;
import dev.rollcall.http.support.SignedServer;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Attacks 35 and 47 to 50, and what of 27 depends on the server: over the wire.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignedServerAttacksTest {

    private static final String NO_DATA = "ProcessingJobSummaries";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{40,}");

    private SignedServer server;

    @BeforeAll
    void start() throws IOException {
        server = new SignedServer(Optional.empty());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest(name = "27 bytes that are not UTF-8: {0}")
    @ValueSource(strings = {"authorization", "x-amz-date", "x-amz-target", "x-other", "host"})
    void bytes_that_are_not_utf_8_never_make_the_server_fail(String name) throws IOException {
        for (var bytes : List.of("\u00ff", "\u00c0\u0080", "\u00ed\u00a0\u0080", "\u0085")) {
            var response = server.answer(signed(ADA, "{}").without(name).plus(name, bytes));

            assertThat(response.status()).isEqualTo(name.equals("x-other") ? 200 : 400);
            assertThat(response.body().contains(NO_DATA)).isEqualTo(name.equals("x-other"));
        }
    }

    @Test
    @DisplayName("35 a chunked body over the limit is refused before its signature is verified")
    void a_chunked_body_over_the_limit() throws IOException {
        assertThat(chunkedTooLong(signed(ADA, "{}"), 413))
                .contains("RequestEntityTooLargeException");
        assertThat(chunkedTooLong(RequestDraft.listing(), 400))
                .contains("MissingAuthenticationTokenException");
    }

    private String chunkedTooLong(RequestDraft request, int status) throws IOException {
        int length = TestServer.LIMITS.bodyBytes() + 1;
        String body = Integer.toHexString(length) + "\r\n" + "x".repeat(length) + "\r\n0\r\n\r\n";
        try (var client = server.connect()) {
            client.sendWhileOpen(
                    request.with("transfer-encoding", "chunked").withBody(body).onWire());
            var response = client.receive();
            assertThat(response.status()).isEqualTo(status);
            return response.body();
        }
    }

    /// Signature version 4 has no nonce. Listing twice reveals no more than listing once.
    @Test
    @DisplayName("47 a request can be sent again until its date is too old, as on AWS")
    void a_request_can_be_sent_again_until_its_date_is_too_old() throws IOException {
        try (var replayed = new SignedServer(Optional.empty())) {
            var request = signed(ADA, "{}");
            assertThat(replayed.answer(request).status()).isEqualTo(200);
            replayed.setClock(NOON.plusSeconds(300));
            assertThat(replayed.answer(request).status()).isEqualTo(200);

            replayed.setClock(NOON.plusSeconds(301));

            assertThat(replayed.answer(request).body())
                    .contains("InvalidSignatureException", "Signature expired")
                    .doesNotContain(NO_DATA);
        }
    }

    @ParameterizedTest(name = "48 {0} gets no data")
    @ValueSource(strings = {"OPTIONS", "HEAD", "GET", "PUT", "PATCH", "DELETE"})
    void another_method_gets_no_data(String method) throws IOException {
        var plain = RequestDraft.listing().withMethod(method);
        for (var request : List.of(plain, signer(ADA).sign(plain))) {
            var response = server.answer(request);

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.head()).doesNotContainIgnoringCase("access-control");
            assertThat(response.body()).doesNotContain(NO_DATA);
        }
    }

    private static List<RequestDraft> attacks() {
        var signed = signed(ADA, "{}");
        return List.of(
                RequestDraft.listing(),
                signed,
                signed.withBody("{ }"),
                signed.authorization("AKIDADA", "AKIDBOB"),
                signed.authorization("AKIDADA", "AKIDNOBODY"),
                signed.authorization("us-east-1", "eu-west-1"),
                signed.authorization("Credential=", "Credentials="),
                signed.authorization("AWS4-HMAC-SHA256", "AWS4-HMAC-SHA1"),
                signed.plus("authorization", signed.header("authorization")),
                signed.with("x-amz-date", "yesterday"),
                signed.withQuery("X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=ab"),
                signed(ADA, "{\"NextToken\":\"no token\"}"),
                signed(ADA, "["),
                signed(TEMPORARY, "{}"),
                signed(TEMPORARY, "{}").without("x-amz-security-token"),
                signed(TEMPORARY, "{}").change("x-amz-security-token", t -> t + "="));
    }

    /// As on AWS, an answer repeats what the client sent, even an incomplete header with a
    /// signature. The log repeats nothing of it.
    @Test
    @DisplayName("50 nothing secret is logged or answered")
    void nothing_secret_is_logged_or_answered() {
        for (var attack : attacks()) {
            var answer = CapturedLog.of(() -> answer(attack));
            String said = answer.result().head() + answer.result().body();

            assertThat(answer.log() + said)
                    .doesNotContain(text(ADA.secret().bytes()), text(BOB.secret().bytes()))
                    .doesNotContain("FwoGZXIvYXdzEXAMPLETOKEN")
                    .doesNotContain("AWS4-HMAC-SHA256\\n20240103", "AWS4-HMAC-SHA256\n20240103");
            assertThat(answer.log()).doesNotContainPattern(DIGEST);
            String sent = attack.headers().toString();
            assertThat(DIGEST.matcher(said).results().map(MatchResult::group))
                    .allMatch(sent::contains);
        }
    }

    private RawClient.Response answer(RequestDraft request) {
        try {
            return server.answer(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
