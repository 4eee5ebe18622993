package dev.rollcall.domain.tokens;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// A secret of 32 bytes that seals page tokens. The actual keys are derived from it, one for each
/// purpose, and so is the identifier by which a token refers to it.
public final class TokenKey {

    /// The length of the secret in bytes.
    public static final int LENGTH = 32;

    /// The length of a key's identifier in bytes.
    static final int ID_LENGTH = 4;

    private final byte[] id;
    private final SecretKey encryption;
    private final SecretKey nonce;

    private TokenKey(byte[] id, SecretKey encryption, SecretKey nonce) {
        this.id = id;
        this.encryption = encryption;
        this.nonce = nonce;
    }

    /// The key of a secret, which should come from a cryptographic random source.
    ///
    /// @throws IllegalArgumentException if the secret does not have [#LENGTH] bytes
    public static TokenKey of(byte[] secret) {
        if (secret.length != LENGTH) {
            throw new IllegalArgumentException(
                    "a token key has " + LENGTH + " bytes, not " + secret.length);
        }
        var root = new SecretKeySpec(secret, "HmacSHA256");
        return new TokenKey(
                Arrays.copyOf(mac(root, label("id")), ID_LENGTH),
                new SecretKeySpec(mac(root, label("encryption")), "AES"),
                new SecretKeySpec(mac(root, label("nonce")), "HmacSHA256"));
    }

    byte[] id() {
        return id.clone();
    }

    boolean hasId(byte[] other) {
        return Arrays.equals(id, other);
    }

    SecretKey encryption() {
        return encryption;
    }

    /// A nonce of `length` bytes that depends on the whole content and on the associated data. So
    /// it repeats only when the same token is sealed again, which reveals nothing. One nonce with
    /// two different associated data would reveal the authentication key.
    byte[] nonce(byte[] associated, byte[] content, int length) {
        return Arrays.copyOf(mac(nonce, associated, content), length);
    }

    private static byte[] label(String purpose) {
        return ("rollcall page token " + purpose).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] mac(SecretKey key, byte[]... parts) {
        try {
            var mac = Algorithms.mac();
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /// Does not reveal the secret.
    @Override
    public String toString() {
        return "TokenKey";
    }
}
