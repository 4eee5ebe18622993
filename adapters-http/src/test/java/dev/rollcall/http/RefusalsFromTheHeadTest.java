package dev.rollcall.http;

import static dev.rollcall.http.support.TestKeys.ADA;
import static dev.rollcall.http.support.TestKeys.HERE;
import static dev.rollcall.http.support.TestKeys.NOON;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.support.RequestDraft;
import dev.rollcall.http.support.SignedServer;
import dev.rollcall.http.support.Signer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// What the head of a request shows to be refused is refused before its body arrives.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsFromTheHeadTest {

    private static final int LENGTH = 1000;

    private SignedServer server;

    @BeforeAll
    void start() throws IOException {
        server = new SignedServer(Optional.empty());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static RequestDraft signed() {
        return new Signer(ADA, HERE, NOON)
                .sign(RequestDraft.listing().withBody(" ".repeat(LENGTH)));
    }

    /// A request, and the type of its error.
    record Refused(RequestDraft request, String type) {}

    static Stream<Refused> refused() {
        return Stream.of(
                new Refused(RequestDraft.listing(), "MissingAuthenticationTokenException"),
                new Refused(signed().withMethod("PUT"), "UnknownOperationException"),
                new Refused(
                        signed().with("x-amz-target", "SageMaker.DoMagic"),
                        "UnknownOperationException"),
                new Refused(
                        signed().authorization("Signature=", "Sig="),
                        "IncompleteSignatureException"),
                new Refused(signed().plus("x-amz-extra", "1"), "InvalidSignatureException"),
                new Refused(
                        signed().authorization(ADA.id(), "AKIDNOBODY"),
                        "UnrecognizedClientException"),
                new Refused(
                        new Signer(ADA, HERE, NOON.minus(Duration.ofHours(1)))
                                .sign(RequestDraft.listing()),
                        "InvalidSignatureException"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void a_head_that_is_refused_is_answered_before_its_body(Refused refused) throws IOException {
        try (var client = server.connect()) {
            client.send(head(refused.request()));

            var response = client.receive();

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.body()).startsWith("{\"__type\":\"" + refused.type() + "\"");
            assertThat(response.headers()).containsEntry("connection", "close");
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void a_refused_request_whose_body_is_there_leaves_its_connection_open(Refused refused)
            throws IOException {
        try (var client = server.connect()) {
            for (int i = 0; i < 2; i++) {
                client.send(refused.request().onWire());
                var response = client.receive();
                assertThat(response.status()).isEqualTo(400);
                assertThat(response.headers()).doesNotContainKey("connection");
            }
        }
    }

    @Test
    void a_head_that_may_be_let_in_is_asked_for_its_body() throws IOException {
        try (var client = server.connect()) {
            client.send(head(signed()));
            assertThat(client.receivesWithin(Duration.ofMillis(200))).isFalse();

            client.send(" ".repeat(LENGTH));

            assertThat(client.receive().body()).contains("SerializationException");
        }
    }

    private static byte[] head(RequestDraft request) {
        var withoutBody = request.with("content-length", "" + LENGTH).withBody("").onWire();
        return new String(withoutBody, StandardCharsets.ISO_8859_1)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
