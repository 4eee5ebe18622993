package dev.rollcall.domain.tokens;

import java.security.GeneralSecurityException;
import java.security.Provider;

import javax.crypto.Cipher;
import javax.crypto.Mac;

/// The algorithms of tokens, from the provider that the JDK prefers. To look for it each time takes
/// a third of the time to seal a token.
final class Algorithms {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";

    private static final Provider OF_CIPHER;
    private static final Provider OF_MAC;

    static {
        try {
            OF_CIPHER = Cipher.getInstance(CIPHER).getProvider();
            OF_MAC = Mac.getInstance(MAC).getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + CIPHER + " and " + MAC, e);
        }
    }

    private Algorithms() {}

    static Cipher cipher() throws GeneralSecurityException {
        return Cipher.getInstance(CIPHER, OF_CIPHER);
    }

    static Mac mac() throws GeneralSecurityException {
        return Mac.getInstance(MAC, OF_MAC);
    }
}
