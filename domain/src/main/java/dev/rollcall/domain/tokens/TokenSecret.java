package dev.rollcall.domain.tokens;

import java.util.Base64;

/// What a [TokenKey] is made of: 32 bytes from a cryptographic random source, written in base64.
///
/// @param base64 the bytes as a file or a store keeps them
public record TokenSecret(String base64) {

    /// @throws IllegalArgumentException if that is not base64 of 32 bytes
    public TokenSecret {
        TokenKey.of(Base64.getDecoder().decode(base64));
    }

    /// The secret of 32 bytes.
    ///
    /// @throws IllegalArgumentException if there are more or less
    public static TokenSecret of(byte[] bytes) {
        return new TokenSecret(Base64.getEncoder().encodeToString(bytes));
    }

    public TokenKey key() {
        return TokenKey.of(Base64.getDecoder().decode(base64));
    }

    /// Does not reveal the secret.
    @Override
    public String toString() {
        return "TokenSecret";
    }
}
