package dev.rollcall.domain.tokens;

import java.util.List;
import java.util.Optional;

/// The keys of page tokens: the first one seals, all of them open.
///
/// To rotate, add a new key last wherever tokens are opened, then move it first, and keep the old
/// one until its last token has expired.
public record TokenKeyRing(List<TokenKey> keys) {

    /// @throws IllegalArgumentException if there is no key
    public TokenKeyRing {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a key ring needs a key");
        }
    }

    TokenKey sealing() {
        return keys.getFirst();
    }

    Optional<TokenKey> withId(byte[] id) {
        return keys.stream().filter(key -> key.hasId(id)).findFirst();
    }
}
