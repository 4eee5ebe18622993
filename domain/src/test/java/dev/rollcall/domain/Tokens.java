package dev.rollcall.domain;

import dev.rollcall.domain.tokens.PageTokens;
import dev.rollcall.domain.tokens.TokenKey;
import dev.rollcall.domain.tokens.TokenKeyRing;

import java.util.List;
import java.util.Random;

/// Keys to try page tokens with.
public final class Tokens {

    private Tokens() {}

    public static TokenKey key(int seed) {
        var secret = new byte[TokenKey.LENGTH];
        new Random(seed).nextBytes(secret);
        return TokenKey.of(secret);
    }

    public static PageTokens tokens(TokenKey... keys) {
        return new PageTokens(new TokenKeyRing(List.of(keys)), PageTokens.DEFAULT_LIFETIME);
    }
}
