package dev.rollcall.http.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/// A text that proves a client's identity. Printing it does not reveal it, and comparing it takes
/// the same time however many characters of a guess are right.
public final class Secret {

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The secret with this text.
    ///
    /// @throws IllegalArgumentException if the text is empty, which would prove nothing
    public static Secret of(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an empty secret");
        }
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The text in UTF-8; a copy.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// Whether this is the text.
    public boolean matches(String text) {
        return MessageDigest.isEqual(bytes, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes, secret.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// Reveals nothing of the text.
    @Override
    public String toString() {
        return "Secret";
    }
}
