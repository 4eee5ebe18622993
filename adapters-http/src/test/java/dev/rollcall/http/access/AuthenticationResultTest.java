package dev.rollcall.http.access;

import static dev.rollcall.http.support.TestKeys.ADA;
import static dev.rollcall.http.support.TestKeys.EVE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.AuthenticationResult.Granted;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class AuthenticationResultTest {

    private static final Scope SCOPE = Scope.of("111111111111", "us-east-1");

    @Test
    void a_client_may_do_what_its_key_allows() {
        assertThat(new Granted(SCOPE, Optional.of(ADA)).allows(Permission.LIST)).isTrue();
        assertThat(new Granted(SCOPE, Optional.of(EVE)).allows(Permission.LIST)).isFalse();
    }

    @Test
    void without_signatures_everybody_may_do_everything() {
        var anybody = new Granted(SCOPE, Optional.empty());

        assertThat(Permission.values()).allMatch(anybody::allows);
    }
}
