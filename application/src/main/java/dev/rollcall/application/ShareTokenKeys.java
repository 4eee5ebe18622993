package dev.rollcall.application;

import dev.rollcall.domain.tokens.SharedTokenKey;
import dev.rollcall.domain.tokens.SharedTokenKeys;
import dev.rollcall.domain.tokens.TokenKeyRing;
import dev.rollcall.domain.tokens.TokenSecret;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// Use case: replicas share the keys of page tokens through their store, so that each opens the
/// tokens of the others, and nobody has to copy a file.
public final class ShareTokenKeys {

    private final KeepTokenKeys store;
    private final InstantSource clock;
    private final Duration lifetime;
    private final Supplier<TokenSecret> newSecret;

    /// @param lifetime how long a token is valid
    /// @param newSecret makes secrets, from a cryptographic random source
    public ShareTokenKeys(
            KeepTokenKeys store,
            InstantSource clock,
            Duration lifetime,
            Supplier<TokenSecret> newSecret) {
        this.store = store;
        this.clock = clock;
        this.lifetime = lifetime;
        this.newSecret = newSecret;
    }

    /// What a rotation did.
    ///
    /// @param sealsFrom when the new key begins to seal tokens
    /// @param removed how many keys were removed, whose last token has expired
    public record Rotated(Instant sealsFrom, int removed) {}

    /// The keys as they are now. The first replica that asks adds the first key.
    ///
    /// @throws StorageUnavailable if the store cannot answer now
    public TokenKeyRing current() {
        if (store.readTokenKeys().isEmpty()) {
            store.addTokenKey(new SharedTokenKey(1, clock.instant(), newSecret.get()));
        }
        return new SharedTokenKeys(store.readTokenKeys()).ring(clock.instant(), lifetime);
    }

    /// Adds a key that will seal in place of the one that does now, and removes those that no valid
    /// token needs. No walk breaks, as long as every replica reads the keys once a minute.
    ///
    /// @throws StorageUnavailable if the store cannot answer now
    public Rotated rotate() {
        SharedTokenKey added = add();
        var keys = new SharedTokenKeys(store.readTokenKeys());
        List<SharedTokenKey> retired = keys.retired(clock.instant(), lifetime);
        retired.forEach(store::removeTokenKey);
        boolean isOnly = keys.keys().size() == 1;
        return new Rotated(
                isOnly ? added.added() : SharedTokenKeys.sealsFrom(added), retired.size());
    }

    /// With the next number; another replica may take that meanwhile.
    private SharedTokenKey add() {
        SharedTokenKey key;
        do {
            int last =
                    store.readTokenKeys().stream().mapToInt(SharedTokenKey::number).max().orElse(0);
            key = new SharedTokenKey(last + 1, clock.instant(), newSecret.get());
        } while (!store.addTokenKey(key));
        return key;
    }
}
