package dev.rollcall.http.sigv4;

import static dev.rollcall.http.sigv4.HandSigner.signByHand;
import static dev.rollcall.http.support.TestKeys.ADA;
import static dev.rollcall.http.support.TestKeys.signed;
import static dev.rollcall.http.support.TestKeys.signer;

import dev.rollcall.http.support.RequestDraft;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/// Attacks 30 to 34 and 36: the body, and what is said about it. All of these are signed with the
/// right secret.
class BodyAttacksTest {

    private static final List<String> HEADERS =
            List.of("host", "x-amz-content-sha256", "x-amz-date", "x-amz-target");

    private static final String OTHER_BODY = "{\"MaxResults\":99}";

    private final AttackedServer server = new AttackedServer();

    private static String hash(String body) {
        return Sha256.hex(body.getBytes(StandardCharsets.UTF_8));
    }

    /// A request whose header declares one hash of the body while its signature is over another.
    private static RequestDraft declaring(String declared, String hashed) {
        return signByHand(
                ADA,
                RequestDraft.listing()
                        .with("x-amz-date", "20240103T120000Z")
                        .with("x-amz-content-sha256", declared),
                HEADERS,
                hashed);
    }

    @Test
    @DisplayName("30 a changed byte")
    void a_changed_byte() {
        String body = signed().body();

        for (int i = 0; i < body.length(); i++) {
            char changed = (char) (body.charAt(i) ^ 1);
            server.refusesAsWronglySigned(
                    signed().withBody(body.substring(0, i) + changed + body.substring(i + 1)));
        }
    }

    @Test
    @DisplayName("30 a longer body, a shorter one, none")
    void another_length() {
        String body = signed().body();

        server.refusesAsWronglySigned(signed().withBody(body + " "));
        server.refusesAsWronglySigned(signed().withBody(body.substring(1)));
        server.refusesAsWronglySigned(signed().withBody(""));
    }

    @Test
    @DisplayName("31 the right hash declared")
    void the_right_hash() {
        String hash = hash(RequestDraft.listing().body());

        server.accepts(declaring(hash, hash));
    }

    @Test
    @DisplayName("31 the hash of another body declared and signed")
    void the_hash_of_another_body() {
        server.refusesAsWronglySigned(declaring(hash(OTHER_BODY), hash(OTHER_BODY)));
    }

    @Test
    @DisplayName("31 the hash of another body declared, that of the real one signed")
    void a_declared_hash_that_is_not_the_signed_one() {
        server.refusesAsWronglySigned(
                declaring(hash(OTHER_BODY), hash(RequestDraft.listing().body())));
    }

    @Test
    @DisplayName("31 the body replaced together with its declared hash")
    void the_body_replaced_together_with_its_hash() {
        server.refusesAsWronglySigned(
                signed().withBody(OTHER_BODY)
                        .with("content-length", "17")
                        .with("x-amz-content-sha256", hash(OTHER_BODY)));
    }

    @Test
    @DisplayName("31 the hash declared twice")
    void the_hash_declared_twice() {
        String hash = hash(RequestDraft.listing().body());
        var request =
                RequestDraft.listing()
                        .with("x-amz-date", "20240103T120000Z")
                        .plus("x-amz-content-sha256", hash)
                        .plus("x-amz-content-sha256", hash(OTHER_BODY));

        server.refusesAsWronglySigned(signByHand(ADA, request, HEADERS, hash));
    }

    @ParameterizedTest(name = "32, 33 a body that is not signed as a whole: {0}")
    @ValueSource(
            strings = {
                "UNSIGNED-PAYLOAD",
                "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
                "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
                "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
                "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD",
                "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER",
                "STREAMING-AWS4-HMAC-SHA256-EVENTS",
                ""
            })
    void a_body_that_is_not_signed(String declared) {
        server.refusesAsWronglySigned(declaring(declared, declared));
        server.refusesAsWronglySigned(declaring(declared, hash(RequestDraft.listing().body())));
    }

    @Test
    @DisplayName("34 the hash in upper case")
    void the_hash_in_upper_case() {
        String hash = hash(RequestDraft.listing().body());
        String upperCase = hash.toUpperCase(Locale.ROOT);

        server.refusesAsWronglySigned(declaring(upperCase, upperCase));
        server.refusesAsWronglySigned(declaring(upperCase, hash));
        server.refusesAsWronglySigned(signed().with("x-amz-content-sha256", upperCase));
    }

    @Test
    @DisplayName("36 a body that is compressed after signing")
    void a_body_compressed_after_signing() throws IOException {
        var signed = signer(ADA).sign(RequestDraft.listing().plus("content-encoding", "gzip"));

        server.refusesAsWronglySigned(signed.withBody(gzip(signed.body())));
    }

    @Test
    @DisplayName("36 a compressed body is signed as it is sent")
    void a_compressed_body_is_signed_as_it_is_sent() throws IOException {
        var compressed = RequestDraft.listing().withBody(gzip(RequestDraft.listing().body()));
        var signed = signer(ADA).sign(compressed.plus("content-encoding", "gzip"));

        server.accepts(signed);
        server.refusesAsWronglySigned(signed.withBody(RequestDraft.listing().body()));
    }

    private static String gzip(String body) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body.getBytes(StandardCharsets.ISO_8859_1));
        }
        return compressed.toString(StandardCharsets.ISO_8859_1);
    }
}
