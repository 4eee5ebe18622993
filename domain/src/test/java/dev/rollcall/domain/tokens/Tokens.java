package dev.rollcall.domain.tokens;

import java.util.List;
import java.util.Random;

/// Keys to try page tokens with.
final class Tokens {

    private Tokens() {}

    static TokenKey key(int seed) {
        var secret = new byte[TokenKey.LENGTH];
        new Random(seed).nextBytes(secret);
        return TokenKey.of(secret);
    }

    static PageTokens tokens(TokenKey... keys) {
        return new PageTokens(new TokenKeyRing(List.of(keys)), PageTokens.DEFAULT_LIFETIME);
    }
}
