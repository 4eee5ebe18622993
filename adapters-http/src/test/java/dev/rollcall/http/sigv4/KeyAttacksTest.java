package dev.rollcall.http.sigv4;

import static dev.rollcall.http.sigv4.HandSigner.signByHand;
import static dev.rollcall.http.support.TestKeys.ADA;
import static dev.rollcall.http.support.TestKeys.BOB;
import static dev.rollcall.http.support.TestKeys.NOON;
import static dev.rollcall.http.support.TestKeys.TEMPORARY;
import static dev.rollcall.http.support.TestKeys.key;
import static dev.rollcall.http.support.TestKeys.signed;
import static dev.rollcall.http.support.TestKeys.signer;
import static dev.rollcall.http.support.TestKeys.temporary;

import dev.rollcall.http.support.RequestDraft;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// Attacks 41 to 46: the signature and the keys.
class KeyAttacksTest {

    private static final String UNRECOGNIZED = "UnrecognizedClientException";
    private static final String INVALID_TOKEN =
            "The security token included in the request is invalid.";

    private final AttackedServer server = new AttackedServer();

    private static RequestDraft changeSignature(UnaryOperator<String> change) {
        String signature = signature(signed());
        return signed().authorization(signature, change.apply(signature));
    }

    private static String signature(RequestDraft request) {
        String header = request.header("authorization");
        return header.substring(header.indexOf("Signature=") + "Signature=".length());
    }

    @Test
    @DisplayName("41 a signature of 63 or 65 characters, or twice as long")
    void a_signature_of_another_length() {
        server.refusesAsWronglySigned(changeSignature(s -> s.substring(0, 63)));
        server.refusesAsWronglySigned(changeSignature(s -> s.substring(1)));
        server.refusesAsWronglySigned(changeSignature(s -> s + "0"));
        server.refusesAsWronglySigned(changeSignature(s -> "0" + s));
        server.refusesAsWronglySigned(changeSignature(s -> s + s));
    }

    @Test
    @DisplayName("41 a signature in upper case")
    void a_signature_in_upper_case() {
        server.refusesAsWronglySigned(changeSignature(s -> s.toUpperCase(Locale.ROOT)));
    }

    @Test
    @DisplayName("41 one digit of the signature wrong")
    void one_digit_of_the_signature_wrong() {
        for (int i = 0; i < 64; i++) {
            int at = i;
            server.refusesAsWronglySigned(
                    changeSignature(
                            s ->
                                    s.substring(0, at)
                                            + (s.charAt(at) == '0' ? '1' : '0')
                                            + s.substring(at + 1)));
        }
    }

    @ParameterizedTest(name = "41 no signature: ''{0}''")
    @ValueSource(strings = {"0", "=", "é", "null"})
    void no_signature(String signature) {
        server.refusesAsWronglySigned(changeSignature(_ -> signature));
    }

    @Test
    @DisplayName("41 an empty signature")
    void an_empty_signature() {
        var attack = changeSignature(_ -> "");

        server.refuses(
                attack,
                "IncompleteSignatureException",
                "Authorization header requires 'Signature' parameter. Authorization="
                        + attack.header("authorization"));
    }

    @Test
    @DisplayName("42 the right signature of another key")
    void the_right_signature_of_another_key() {
        server.accepts(signer(BOB).sign(RequestDraft.listing()), BOB);
        server.refusesAsWronglySigned(
                signer(BOB).sign(RequestDraft.listing()).authorization("AKIDBOB", "AKIDADA"));
        server.refusesAsWronglySigned(signed().authorization("AKIDADA", "AKIDBOB"));
    }

    @ParameterizedTest(name = "43 an unknown identifier: {0}")
    @ValueSource(strings = {"AKIDEVE", "akidada", "AKIDADA ", "AKIDAD", "*", "é"})
    void an_unknown_identifier(String id) {
        server.refuses(signed().authorization("AKIDADA", id), UNRECOGNIZED, INVALID_TOKEN);
    }

    @Test
    @DisplayName("43 the placeholder for an unknown key's secret is refused")
    void the_placeholder_for_an_unknown_secret_is_refused() {
        var nobody = key("AKIDEVE", "no key has this secret", "333333333333", "eve");

        server.refuses(signer(nobody).sign(RequestDraft.listing()), UNRECOGNIZED, INVALID_TOKEN);
    }

    @Test
    @DisplayName("44 a disabled key")
    void a_disabled_key() {
        server.accepts(signed());

        server.drop(ADA);

        server.refuses(signed(), UNRECOGNIZED, INVALID_TOKEN);
    }

    @Test
    @DisplayName("45 a temporary key with its session token")
    void a_temporary_key_with_its_session_token() {
        server.accepts(signer(TEMPORARY).sign(RequestDraft.listing()), TEMPORARY);
    }

    @Test
    @DisplayName("45 an expired session token")
    void an_expired_session_token() {
        var expired = temporary(ADA, "ASIAOLD", "FwoGZXIvYXdzEXAMPLEOLD==", NOON);

        server.upsert(expired);

        server.refuses(
                signer(expired).sign(RequestDraft.listing()),
                "ExpiredTokenException",
                "The security token included in the request is expired");
    }

    @Test
    @DisplayName("45 only a client with the secret learns that a session token has expired")
    void an_expired_session_token_of_somebody_else() {
        server.upsert(temporary(ADA, "ASIAOLD", "FwoGZXIvYXdzEXAMPLEOLD==", NOON));
        var guess = temporary(BOB, "ASIAOLD", "FwoGZXIvYXdzEXAMPLEOLD==", NOON);

        server.refusesAsWronglySigned(signer(guess).sign(RequestDraft.listing()));
    }

    @Test
    @DisplayName("45 a foreign session token")
    void a_foreign_session_token() {
        var foreign = temporary(ADA, "ASIATEMP", "FwoGZXIvYXdzEXAMPLEOTHER==", NOON);

        server.refuses(signer(foreign).sign(RequestDraft.listing()), UNRECOGNIZED, INVALID_TOKEN);
    }

    @Test
    @DisplayName("45 a session token where the key has none")
    void a_session_token_where_the_key_has_none() {
        var token = temporary(ADA, "AKIDADA", "FwoGZXIvYXdzEXAMPLETOKEN==", NOON);

        server.refuses(signer(token).sign(RequestDraft.listing()), UNRECOGNIZED, INVALID_TOKEN);
    }

    @Test
    @DisplayName("45 an empty session token where the key has none")
    void an_empty_session_token_where_the_key_has_none() {
        var request =
                RequestDraft.listing()
                        .with("x-amz-date", "20240103T120000Z")
                        .with("x-amz-security-token", "");

        server.refuses(
                signByHand(
                        ADA,
                        request,
                        List.of("host", "x-amz-date", "x-amz-security-token", "x-amz-target")),
                UNRECOGNIZED,
                INVALID_TOKEN);
    }

    @Test
    @DisplayName("45 no session token where the key has one")
    void no_session_token_where_the_key_has_one() {
        server.refuses(signed().authorization("AKIDADA", "ASIATEMP"), UNRECOGNIZED, INVALID_TOKEN);
    }

    @Test
    @DisplayName("46 a secret is replaced while the key derived from it is remembered")
    void a_secret_is_replaced() {
        var replaced = key("AKIDADA", "the new secret EXAMPLEKEY", "111111111111", "ada");
        server.accepts(signed());

        server.upsert(replaced);

        server.refusesAsWronglySigned(signed());
        server.accepts(signer(replaced).sign(RequestDraft.listing()), replaced);
        server.refusesAsWronglySigned(signed());
    }
}
