package dev.rollcall.http.sigv4;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The two functions that signature version 4 is built from.
final class Sha256 {

    private static final String MAC = "HmacSHA256";

    /// The one that the JDK prefers, which is not looked for each time.
    private static final Provider PROVIDER;

    static {
        try {
            PROVIDER = Mac.getInstance(MAC).getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + MAC, e);
        }
    }

    private Sha256() {}

    /// The digest in lower-case hexadecimal digits.
    static String hex(byte[] message) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static SecretKeySpec macKey(byte[] secret) {
        return new SecretKeySpec(secret, MAC);
    }

    static byte[] mac(SecretKeySpec key, String message) {
        try {
            var mac = Mac.getInstance(MAC, PROVIDER);
            mac.init(key);
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + MAC, e);
        }
    }
}
