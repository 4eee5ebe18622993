package dev.rollcall.http.sigv4;

import static dev.rollcall.http.support.TestKeys.ADA;
import static dev.rollcall.http.support.TestKeys.NOON;
import static dev.rollcall.http.support.TestKeys.signed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.AuthenticationResult.Refused;
import dev.rollcall.http.access.RefusalLog;
import dev.rollcall.http.support.CapturedLog;
import dev.rollcall.http.support.RequestDraft;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Optional;

/// What an operator finds in the log when signatures are refused.
class RefusalLogTest {

    private static final String DOES_NOT_MATCH = "the signature does not match the request";

    private Duration passed = Duration.ZERO;
    private final RefusalLog refusals = new RefusalLog(() -> passed.toNanos());
    private final SignedAccess check =
            new SignedAccess(
                    id -> Optional.of(ADA).filter(key -> key.id().equals(id)),
                    Access.Signed.DEFAULT_SKEW,
                    () -> NOON);

    private String logOf(RequestDraft request) {
        var received = request.received();
        assertThat(check.authenticate(received)).isInstanceOf(Refused.class);
        return CapturedLog.of(
                        () -> {
                            var refused = (Refused) check.authenticate(received);
                            refusals.add("id-1", refused.claim(), received.header("host"));
                            return refused;
                        })
                .log();
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal:9000", "10.0.0.7", "[2001:db8::1]:8443", "my_service.local"})
    void the_host_and_the_key_are_named(String host) {
        assertThat(logOf(signed().with("host", host)))
                .contains("Request id-1 is refused: " + DOES_NOT_MATCH)
                .contains("Access key AKIDADA, Host " + host + ", region us-east-1. ");
    }

    @Test
    void a_signed_header_that_did_not_arrive_is_a_mismatch_too() {
        assertThat(logOf(signed().without("content-type"))).contains(DOES_NOT_MATCH);
        passed = passed.plusSeconds(10);
        assertThat(logOf(signed().without("host"))).contains("Host (malformed or missing)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u001b[31mb", "a\nWARN b", "ä.example.com", "a b", "a,b", ""})
    void a_malformed_host_is_not_repeated(String host) {
        assertThat(logOf(signed().with("host", host)))
                .contains("Host (malformed or missing)")
                .doesNotContain("\u001b", "WARN b", "ä", "a b", "a,b");
    }

    @Test
    void no_signature_is_logged_as_a_host() {
        String signature = signed().header("authorization").replaceFirst(".*Signature=", "");

        assertThat(logOf(signed().with("host", signature)))
                .contains("(malformed or missing)")
                .doesNotContain(signature);
    }

    @Test
    void there_is_one_line_in_ten_seconds_which_counts_the_others() {
        var attack = signed().with("host", "elsewhere");
        assertThat(logOf(attack)).contains("Not logged since the last such line: 0");

        for (int i = 0; i < 25; i++) {
            assertThat(logOf(attack)).doesNotContain(DOES_NOT_MATCH);
        }
        passed = passed.plusMillis(9_999);
        assertThat(logOf(attack)).doesNotContain(DOES_NOT_MATCH);

        passed = passed.plusMillis(1);
        assertThat(logOf(attack)).contains("Not logged since the last such line: 26");
    }

    @Test
    void each_reason_has_its_own_lines() {
        assertThat(logOf(signed().with("host", "elsewhere"))).contains(DOES_NOT_MATCH);
        assertThat(logOf(signed().authorization("AKIDADA", "AKIDBOB")))
                .contains("there is no such access key", "Access key AKIDBOB, Host ");
        assertThat(logOf(signed().with("x-amz-date", "20230101T000000Z")))
                .contains("compare the clocks", "Access key AKIDADA");
        assertThat(logOf(signed().without("authorization")))
                .contains("has no signature", "Access key (malformed or missing)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u001b[31m",
                "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY00",
                "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
            })
    void what_may_be_a_secret_in_the_place_of_a_key_is_not_repeated(String id) {
        assertThat(logOf(signed().authorization("AKIDADA", id)))
                .contains("Access key (malformed or missing)")
                .doesNotContain(id);
    }
}
