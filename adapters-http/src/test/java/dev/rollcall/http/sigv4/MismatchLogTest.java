package dev.rollcall.http.sigv4;

import static dev.rollcall.http.support.TestKeys.ADA;
import static dev.rollcall.http.support.TestKeys.NOON;
import static dev.rollcall.http.support.TestKeys.signed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.AuthenticationResult;
import dev.rollcall.http.support.CapturedLog;
import dev.rollcall.http.support.RequestDraft;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Optional;

/// What an operator finds in the log when signatures do not match.
class MismatchLogTest {

    private static final String DOES_NOT_MATCH = "does not match the request";

    private Instant now = NOON;
    private final SignedAccess check =
            new SignedAccess(
                    id -> Optional.of(ADA).filter(key -> key.id().equals(id)),
                    Access.Signed.DEFAULT_SKEW,
                    () -> now);

    private String logOf(RequestDraft request) {
        CapturedLog<AuthenticationResult> captured =
                CapturedLog.of(() -> check.authenticate(request.received()));
        assertThat(captured.result()).isInstanceOf(AuthenticationResult.Refused.class);
        return captured.log();
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal:9000", "10.0.0.7", "[2001:db8::1]:8443", "my_service.local"})
    void the_host_and_the_key_are_named(String host) {
        assertThat(logOf(signed().with("host", host)))
                .contains("the access key AKIDADA " + DOES_NOT_MATCH)
                .contains("came with the Host " + host + ". ");
    }

    @Test
    void a_signed_header_that_did_not_arrive_is_a_mismatch_too() {
        assertThat(logOf(signed().without("content-type"))).contains(DOES_NOT_MATCH);
        now = now.plusSeconds(10);
        assertThat(logOf(signed().without("host")))
                .contains("came with the Host (malformed or missing)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u001b[31mb", "a\nWARN b", "ä.example.com", "a b", "a,b", ""})
    void a_malformed_host_is_not_repeated(String host) {
        assertThat(logOf(signed().with("host", host)))
                .contains("came with the Host (malformed or missing)")
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
        now = now.plusMillis(9_999);
        assertThat(logOf(attack)).doesNotContain(DOES_NOT_MATCH);

        now = now.plusMillis(1);
        assertThat(logOf(attack)).contains("Not logged since the last such line: 26");
    }

    @Test
    void a_clock_that_was_set_back_does_not_end_the_lines() {
        var attack = signed().with("host", "elsewhere");
        now = now.plusSeconds(60);
        logOf(attack);

        now = now.minusSeconds(60);

        assertThat(logOf(attack)).contains(DOES_NOT_MATCH);
    }

    @Test
    void other_refusals_are_not_logged_as_mismatches() {
        assertThat(logOf(signed().authorization("AKIDADA", "AKIDBOB")))
                .doesNotContain(DOES_NOT_MATCH);
        assertThat(logOf(signed().with("x-amz-date", "20230101T000000Z")))
                .doesNotContain(DOES_NOT_MATCH);
    }
}
