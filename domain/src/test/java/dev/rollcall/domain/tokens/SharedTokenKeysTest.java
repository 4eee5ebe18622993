package dev.rollcall.domain.tokens;

import static dev.rollcall.domain.jobs.Jobs.NOON;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class SharedTokenKeysTest {

    private static final Duration LIFETIME = PageTokens.DEFAULT_LIFETIME;

    private static final SharedTokenKey FIRST = key(1, NOON);
    private static final SharedTokenKey SECOND = key(2, NOON.plus(Duration.ofDays(9)));
    private static final SharedTokenKeys BOTH = new SharedTokenKeys(List.of(SECOND, FIRST));

    @Test
    void there_is_at_least_one_key() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SharedTokenKeys(List.of()));
    }

    @Test
    void a_store_s_first_key_seals_at_once() {
        var keys = new SharedTokenKeys(List.of(FIRST));
        assertThat(sealing(keys, NOON)).isEqualTo(FIRST);
        assertThat(sealing(keys, NOON.minusSeconds(60))).isEqualTo(FIRST);
    }

    @Test
    void a_new_key_opens_at_once_and_seals_when_every_replica_has_read_it() {
        Instant seals = SECOND.added().plus(SharedTokenKeys.SETTLING);
        assertThat(sealing(BOTH, SECOND.added())).isEqualTo(FIRST);
        assertThat(opens(BOTH, SECOND.added(), SECOND)).isTrue();
        assertThat(sealing(BOTH, seals.minusMillis(1))).isEqualTo(FIRST);
        assertThat(sealing(BOTH, seals)).isEqualTo(SECOND);
    }

    @Test
    void an_old_key_opens_until_its_last_token_has_expired() {
        Instant last =
                SECOND.added()
                        .plus(SharedTokenKeys.SETTLING)
                        .plus(SharedTokenKeys.SETTLING)
                        .plus(LIFETIME);
        assertThat(opens(BOTH, last, FIRST)).isTrue();
        assertThat(BOTH.retired(last, LIFETIME)).isEmpty();
        assertThat(opens(BOTH, last.plusMillis(1), FIRST)).isFalse();
        assertThat(BOTH.retired(last.plusMillis(1), LIFETIME)).containsExactly(FIRST);
        assertThat(sealing(BOTH, last.plusMillis(1))).isEqualTo(SECOND);
    }

    @Test
    void keys_that_are_added_one_after_the_other_seal_in_their_order() {
        var third = key(3, SECOND.added().plusSeconds(10));
        var keys = new SharedTokenKeys(List.of(third, FIRST, SECOND));
        Instant seals = SECOND.added().plus(SharedTokenKeys.SETTLING);
        assertThat(sealing(keys, seals)).isEqualTo(SECOND);
        assertThat(sealing(keys, seals.plusSeconds(10))).isEqualTo(third);
    }

    /// A replica may have read the keys a minute ago, and its clock may be five minutes off.
    @Test
    void no_replica_ever_seals_a_token_that_another_does_not_open_for_as_long_as_it_is_valid() {
        var random = new Random(14);
        for (int history = 0; history < 10; history++) {
            var clocks = List.of(Duration.ZERO, Duration.ofSeconds(random.nextInt(-300, 301)));
            List<SharedTokenKey> kept = new ArrayList<>(List.of(FIRST));
            Instant lastAdded = Instant.EPOCH;
            Map<SharedTokenKey, Instant> validUntil = new HashMap<>();
            for (int minute = 1; minute < 5_000; minute += 1 + random.nextInt(3)) {
                Instant now = NOON.plus(Duration.ofMinutes(minute));
                for (Duration clock : clocks) {
                    boolean isLate = random.nextBoolean() && lastAdded.equals(now.minusSeconds(60));
                    var read = new SharedTokenKeys(kept.subList(0, kept.size() - (isLate ? 1 : 0)));
                    Instant local = now.plus(clock);
                    validUntil.values().removeIf(until -> until.isBefore(local));
                    assertThat(validUntil.keySet())
                            .as("history %d, minute %d", history, minute)
                            .allMatch(key -> opens(read, local, key));
                    validUntil.put(sealing(read, local), local.plus(LIFETIME));
                }
                if (random.nextInt(300) == 0) {
                    kept.add(key(kept.size() + 1, now.plus(clocks.getLast())));
                    lastAdded = now;
                }
            }
        }
    }

    private static SharedTokenKey sealing(SharedTokenKeys keys, Instant now) {
        byte[] id = keys.ring(now, LIFETIME).sealing().id();
        return keys.keys().stream()
                .filter(key -> key.secret().key().hasId(id))
                .findFirst()
                .orElseThrow();
    }

    private static boolean opens(SharedTokenKeys keys, Instant now, SharedTokenKey key) {
        return keys.ring(now, LIFETIME).withId(key.secret().key().id()).isPresent();
    }

    private static SharedTokenKey key(int number, Instant added) {
        var secret = new byte[TokenKey.LENGTH];
        new Random(number).nextBytes(secret);
        return new SharedTokenKey(number, added, TokenSecret.of(secret));
    }
}
