package dev.rollcall.http.sigv4;

import static dev.rollcall.http.sigv4.AttackedServer.INVALID;
import static dev.rollcall.http.sigv4.AttackedServer.WRONG_SIGNATURE;
import static dev.rollcall.http.sigv4.HandSigner.signByHand;
import static dev.rollcall.http.support.TestKeys.ADA;
import static dev.rollcall.http.support.TestKeys.NOON;
import static dev.rollcall.http.support.TestKeys.TEMPORARY;
import static dev.rollcall.http.support.TestKeys.signed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.AuthenticationResult.Refused;
import dev.rollcall.http.support.RequestDraft;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;

/// Attacks 16 to 22: the list of signed headers. All of these are signed with the right secret.
class SignedHeaderAttacksTest {

    private final AttackedServer server = new AttackedServer();

    private static RequestDraft dated() {
        return RequestDraft.listing().with("x-amz-date", "20240103T120000Z");
    }

    private static RequestDraft signedFor(String... headers) {
        return signByHand(ADA, dated(), Arrays.asList(headers));
    }

    private static String mustBeSigned(String header) {
        return "'" + header + "' must be a 'SignedHeader' in the AWS Authorization.";
    }

    @Test
    @DisplayName("16 the least that must be signed is enough")
    void the_least_that_must_be_signed_is_enough() {
        server.accepts(signedFor("host", "x-amz-date", "x-amz-target"));
    }

    @Test
    @DisplayName("16 the host unsigned")
    void the_host_unsigned() {
        server.refuses(
                signedFor("content-type", "x-amz-date", "x-amz-target"),
                INVALID,
                mustBeSigned("Host"));
    }

    @Test
    @DisplayName("16 no host at all")
    void no_host_at_all() {
        server.refusesAsWronglySigned(signed().without("host"));
    }

    @Test
    @DisplayName("17 the operation unsigned")
    void the_operation_unsigned() {
        server.refuses(signedFor("host", "x-amz-date"), INVALID, mustBeSigned("X-Amz-Target"));
    }

    @Test
    @DisplayName("18 the session token unsigned")
    void the_session_token_unsigned() {
        var request = dated().plus("x-amz-security-token", "FwoGZXIvYXdzEXAMPLETOKEN==");

        server.refuses(
                signByHand(TEMPORARY, request, List.of("host", "x-amz-date", "x-amz-target")),
                INVALID,
                mustBeSigned("X-Amz-Security-Token"));
    }

    @Test
    @DisplayName("19 a header listed but absent")
    void a_header_listed_but_absent() {
        server.refusesAsWronglySigned(signedFor("host", "x-amz-date", "x-amz-target", "x-extra"));
    }

    @Test
    @DisplayName("20 an unsorted list")
    void an_unsorted_list() {
        server.refusesAsWronglySigned(signedFor("x-amz-date", "host", "x-amz-target"));
    }

    @Test
    @DisplayName("20 upper case in the list")
    void upper_case_in_the_list() {
        server.refuses(
                signed().authorization("=content-type;host;", "=Content-Type;Host;"),
                INVALID,
                mustBeSigned("Host"));
        server.refusesAsWronglySigned(
                signedFor("Content-Type", "host", "x-amz-date", "x-amz-target"));
    }

    @Test
    @DisplayName("20 a name twice in the list")
    void a_name_twice_in_the_list() {
        server.refusesAsWronglySigned(signedFor("host", "host", "x-amz-date", "x-amz-target"));
    }

    @Test
    @DisplayName("20 a long value listed very often is never written out, nor a key looked for")
    void a_long_value_listed_very_often() {
        var check =
                new SignedAccess(
                        id -> fail("looked for " + id), Access.Signed.DEFAULT_SKEW, () -> NOON);
        var signed = signedFor("host", "x-amz-date", "x-amz-target", "x-long");
        var attack =
                signed.with("x-long", "x".repeat(8_000))
                        .authorization(";x-long", ";x-long".repeat(1_000));

        assertThat(check.authenticate(attack.received()))
                .asInstanceOf(type(Refused.class))
                .returns(INVALID, Refused::type)
                .returns(WRONG_SIGNATURE, Refused::message);
    }

    @ParameterizedTest(name = "20 an empty name in the list: {0}")
    @ValueSource(
            strings = {
                "host;x-amz-date;x-amz-target;",
                ";host;x-amz-date;x-amz-target",
                "host;;x-amz-date;x-amz-target",
                "host; x-amz-date;host;x-amz-date;x-amz-target"
            })
    void an_empty_name_in_the_list(String list) {
        server.refusesAsWronglySigned(
                signedFor("host", "x-amz-date", "x-amz-target")
                        .authorization("host;x-amz-date;x-amz-target", list));
    }

    @ParameterizedTest(name = "21 a header of AWS added after signing: {0}")
    @ValueSource(strings = {"X-Amz-Meta", "X-Amz-Security-Token", "X-Amz-Content-Sha256", "X-Amz-"})
    void a_header_of_aws_added(String name) {
        server.refuses(
                signedFor("host", "x-amz-date", "x-amz-target").plus(name, "x"),
                INVALID,
                mustBeSigned(name));
    }

    @Test
    @DisplayName("21 a header of AWS added after signing, in upper case")
    void a_header_of_aws_added_in_upper_case() {
        server.refuses(
                signedFor("host", "x-amz-date", "x-amz-target").plus("X-AMZ-META", "x"),
                INVALID,
                mustBeSigned("X-Amz-Meta"));
    }

    @Test
    @DisplayName("22 the Authorization header listed as signed")
    void the_authorization_listed() {
        server.refusesAsWronglySigned(
                signedFor("authorization", "host", "x-amz-date", "x-amz-target"));
    }
}
