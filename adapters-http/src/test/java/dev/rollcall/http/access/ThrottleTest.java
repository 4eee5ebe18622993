package dev.rollcall.http.access;

import static dev.rollcall.http.support.TestKeys.ADA;
import static dev.rollcall.http.support.TestKeys.BOB;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.AuthenticationResult.Granted;
import dev.rollcall.http.access.AuthenticationResult.Refused;
import dev.rollcall.http.access.AuthenticationResult.Throttled;
import dev.rollcall.http.support.RequestDraft;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class ThrottleTest {

    private static final Scope SCOPE = Scope.of("111111111111", "us-east-1");

    private long nanoTime;
    private AuthenticationResult before = granted(ADA);
    private final Throttle throttle = new Throttle(_ -> before, new Rate(4, 2), () -> nanoTime);

    private static Granted granted(AccessKey key) {
        return new Granted(SCOPE, Optional.of(key));
    }

    private AuthenticationResult authenticate() {
        return throttle.authenticate(RequestDraft.listing().received());
    }

    @Test
    void after_a_burst_a_key_has_to_wait_for_its_next_request() {
        assertThat(authenticate()).isEqualTo(before);
        assertThat(authenticate()).isEqualTo(before);
        assertThat(authenticate()).isEqualTo(new Throttled(ADA.id(), Duration.ofMillis(250)));

        nanoTime += Duration.ofMillis(100).toNanos();
        assertThat(authenticate()).isEqualTo(new Throttled(ADA.id(), Duration.ofMillis(150)));

        nanoTime += Duration.ofMillis(150).toNanos();
        assertThat(authenticate()).isEqualTo(before);
        assertThat(authenticate()).isEqualTo(new Throttled(ADA.id(), Duration.ofMillis(250)));
    }

    @Test
    void each_key_has_its_own_rate() {
        authenticate();
        authenticate();

        before = granted(BOB);

        assertThat(authenticate()).isEqualTo(before);
    }

    @Test
    void a_refused_request_costs_nothing() {
        before =
                new Refused(
                        "InvalidSignatureException",
                        "wrong",
                        new RefusedClaim(
                                RefusalReason.MISMATCH, Optional.empty(), Optional.empty()));
        for (int i = 0; i < 10; i++) {
            assertThat(authenticate()).isEqualTo(before);
        }

        before = granted(ADA);

        assertThat(authenticate()).isEqualTo(before);
    }

    @Test
    void a_client_without_a_key_is_never_throttled() {
        before = new Granted(SCOPE, Optional.empty());

        for (int i = 0; i < 10; i++) {
            assertThat(authenticate()).isEqualTo(before);
        }
    }
}
