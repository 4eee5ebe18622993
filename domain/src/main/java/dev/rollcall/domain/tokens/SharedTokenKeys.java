package dev.rollcall.domain.tokens;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The keys of page tokens that a store keeps for all replicas, which read them again and again.
///
/// Their age alone says what they are for, so that one step rotates them: a key that was just added
/// opens tokens, seals them once every replica has read it, and retires when the last token of its
/// own has expired. Replicas whose clocks differ by up to five minutes agree well enough: none
/// seals with a key that another has not read.
public record SharedTokenKeys(List<SharedTokenKey> keys) {

    /// The age at which a key begins to seal: a minute for every replica to read it, and the
    /// greatest difference of their clocks.
    public static final Duration SETTLING = Duration.ofMinutes(1).plus(PageTokens.CLOCK_DIFFERENCE);

    /// @throws IllegalArgumentException if there is no key
    public SharedTokenKeys {
        keys = keys.stream().sorted(Comparator.comparingInt(SharedTokenKey::number)).toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("replicas that share keys need one");
        }
    }

    /// The keys at some time. The newest that is old enough seals; as long as there is none, the
    /// first one does.
    ///
    /// @param lifetime how long a token is valid
    public TokenKeyRing ring(Instant now, Duration lifetime) {
        SharedTokenKey sealing =
                keys.reversed().stream()
                        .filter(key -> !sealsFrom(key).isAfter(now))
                        .findFirst()
                        .orElse(keys.getFirst());
        List<SharedTokenKey> ring = new ArrayList<>(keys);
        ring.removeAll(retired(now, lifetime));
        ring.remove(sealing);
        ring.addFirst(sealing);
        return new TokenKeyRing(ring.stream().map(key -> key.secret().key()).toList());
    }

    /// The keys that no valid token needs any more: the key after each of them has sealed, on every
    /// replica, for longer than a token is valid.
    public List<SharedTokenKey> retired(Instant now, Duration lifetime) {
        List<SharedTokenKey> retired = new ArrayList<>();
        for (int i = 0; i + 1 < keys.size(); i++) {
            Instant everywhere = sealsFrom(keys.get(i + 1)).plus(SETTLING);
            if (everywhere.plus(lifetime).isBefore(now)) {
                retired.add(keys.get(i));
            }
        }
        return retired;
    }

    /// When a key begins to seal, unless it is the only one.
    public static Instant sealsFrom(SharedTokenKey key) {
        return key.added().plus(SETTLING);
    }
}
