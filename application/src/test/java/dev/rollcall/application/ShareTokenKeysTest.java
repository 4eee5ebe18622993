package dev.rollcall.application;

import static dev.rollcall.application.Jobs.NOON;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.ShareTokenKeys.Rotated;
import dev.rollcall.domain.tokens.PageTokens;
import dev.rollcall.domain.tokens.SharedTokenKey;
import dev.rollcall.domain.tokens.SharedTokenKeys;
import dev.rollcall.domain.tokens.TokenKey;
import dev.rollcall.domain.tokens.TokenSecret;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class ShareTokenKeysTest {

    private final Kept kept = new Kept();
    private final AtomicInteger secrets = new AtomicInteger();
    private Instant now = NOON;

    private final ShareTokenKeys replica =
            new ShareTokenKeys(
                    kept,
                    () -> now,
                    PageTokens.DEFAULT_LIFETIME,
                    () -> secret(secrets.incrementAndGet()));

    @Test
    void the_first_replica_adds_the_first_key_and_nobody_another() {
        replica.current();
        replica.current();
        assertThat(kept.keys).containsExactly(new SharedTokenKey(1, NOON, secret(1)));
    }

    @Test
    void of_two_replicas_that_start_together_the_slower_takes_the_key_of_the_faster() {
        var faster = new SharedTokenKey(1, NOON, secret(99));
        kept.addsFirst = List.of(faster);
        assertThat(replica.current().keys()).hasSize(1);
        assertThat(kept.keys).containsExactly(faster);
    }

    @Test
    void a_rotation_adds_a_key_that_seals_when_every_replica_knows_it() {
        replica.current();
        assertThat(replica.rotate()).isEqualTo(new Rotated(NOON.plus(SharedTokenKeys.SETTLING), 0));
        assertThat(kept.keys).extracting(SharedTokenKey::number).containsExactly(1, 2);
    }

    @Test
    void a_rotation_before_any_replica_started_adds_a_key_that_seals_at_once() {
        assertThat(replica.rotate()).isEqualTo(new Rotated(NOON, 0));
    }

    @Test
    void of_two_rotations_at_once_each_adds_a_key() {
        replica.current();
        kept.addsFirst = List.of(new SharedTokenKey(2, NOON, secret(99)));
        replica.rotate();
        assertThat(kept.keys).extracting(SharedTokenKey::number).containsExactly(1, 2, 3);
    }

    @Test
    void a_rotation_removes_keys_whose_last_token_has_expired() {
        replica.current();
        replica.rotate();
        now = NOON.plus(Duration.ofDays(2));
        assertThat(replica.rotate().removed()).isEqualTo(1);
        assertThat(kept.keys).extracting(SharedTokenKey::number).containsExactly(2, 3);
    }

    private static TokenSecret secret(int seed) {
        var secret = new byte[TokenKey.LENGTH];
        secret[0] = (byte) seed;
        return TokenSecret.of(secret);
    }

    /// Keys in memory.
    private static final class Kept implements KeepTokenKeys {

        private final List<SharedTokenKey> keys = new ArrayList<>();

        /// What another replica adds just before the next key is.
        private List<SharedTokenKey> addsFirst = List.of();

        @Override
        public List<SharedTokenKey> readTokenKeys() {
            return List.copyOf(keys);
        }

        @Override
        public boolean addTokenKey(SharedTokenKey key) {
            keys.addAll(addsFirst);
            addsFirst = List.of();
            return keys.stream().noneMatch(it -> it.number() == key.number()) && keys.add(key);
        }

        @Override
        public void removeTokenKey(SharedTokenKey key) {
            keys.remove(key);
        }
    }
}
