package dev.rollcall.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.Region;
import dev.rollcall.http.access.AccessKey.Regions;
import dev.rollcall.http.access.AccessKey.SessionToken;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

class AccessKeyTest {

    private static final Instant NOON = Instant.parse("2024-01-03T12:00:00Z");
    private static final String TOKEN = "the session token";

    private static AccessKey key(String id, Optional<SessionToken> token) {
        return key(id, token, Set.of(Permission.LIST));
    }

    private static AccessKey keyThatAllowsNothing() {
        return key("AKID", Optional.empty(), Set.of());
    }

    private static AccessKey key(String id, Optional<SessionToken> token, Set<Permission> allowed) {
        return new AccessKey(
                id,
                Secret.of("the secret"),
                token,
                new AccountId("123456789012"),
                new Regions.All(),
                allowed,
                "ada");
    }

    @Test
    void a_printed_key_shows_neither_its_secret_nor_its_token() {
        assertThat(key("AKID", Optional.of(new SessionToken(Secret.of(TOKEN), NOON))).toString())
                .contains("AKID", "123456789012", "ada")
                .doesNotContain("the secret", "the session token");
    }

    @Test
    void a_permanent_key_accepts_no_session_token() {
        AccessKey key = key("AKID", Optional.empty());

        assertThat(key.acceptsSessionToken(Optional.empty())).isTrue();
        assertThat(key.acceptsSessionToken(Optional.of(TOKEN))).isFalse();
    }

    @Test
    void a_temporary_key_accepts_its_own_session_token_only() {
        AccessKey key = key("ASIA", Optional.of(new SessionToken(Secret.of(TOKEN), NOON)));

        assertThat(key.acceptsSessionToken(Optional.of(TOKEN))).isTrue();
        assertThat(key.acceptsSessionToken(Optional.of("another token"))).isFalse();
        assertThat(key.acceptsSessionToken(Optional.of(""))).isFalse();
        assertThat(key.acceptsSessionToken(Optional.empty())).isFalse();
    }

    @Test
    void a_temporary_key_is_valid_until_just_before_it_expires() {
        AccessKey key = key("ASIA", Optional.of(new SessionToken(Secret.of(TOKEN), NOON)));

        assertThat(key.hasExpired(NOON.minusNanos(1))).isFalse();
        assertThat(key.hasExpired(NOON)).isTrue();
        assertThat(key("AKID", Optional.empty()).hasExpired(Instant.MAX)).isFalse();
    }

    @Test
    void a_key_is_valid_in_the_regions_it_names() {
        var only = new Regions.Only(Set.of(new Region("us-east-1")));

        assertThat(only.include(new Region("us-east-1"))).isTrue();
        assertThat(only.include(new Region("eu-west-1"))).isFalse();
        assertThat(new Regions.All().include(new Region("eu-west-1"))).isTrue();
    }

    @Test
    void a_key_may_do_what_it_is_allowed() {
        assertThat(key("AKID", Optional.empty()).allows(Permission.LIST)).isTrue();
        assertThat(keyThatAllowsNothing().allows(Permission.LIST)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AK/ID", "AK ID", "AK,ID", "ÄKID", "AKID\n"})
    void an_identifier_that_no_request_can_name_is_refused(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> key(id, Optional.empty()));
    }

    @Test
    void an_identifier_has_at_most_128_characters() {
        assertThat(key("A".repeat(128), Optional.empty()).id()).hasSize(128);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key("A".repeat(129), Optional.empty()));
    }

    @Test
    void an_empty_secret_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Secret.of(""));
    }

    @Test
    void a_secret_gives_away_copies_of_its_bytes() {
        var secret = Secret.of("abc");

        secret.bytes()[0] = 'x';

        assertThat(secret).isEqualTo(Secret.of("abc")).hasToString("Secret");
    }
}
