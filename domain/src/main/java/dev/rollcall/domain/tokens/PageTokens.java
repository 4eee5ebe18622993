package dev.rollcall.domain.tokens;

import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Position;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/// Seals positions as page tokens and opens them again.
///
/// A token is encrypted and authenticated (AES-256-GCM), bound to its listing, and expires. It
/// gives no rights: the scope comes from each request, and a token that was sealed for another
/// scope does not open. All tokens have the same length. The same position, sealed at the same
/// time, gives the same token.
///
/// A token of version 1 is unpadded base64url of one byte of version, four bytes of key identifier,
/// twelve bytes of nonce, and the encrypted [TokenContent] with its tag of sixteen bytes. The
/// scope, the version and the key identifier are authenticated with it.
///
/// @param keys asked each time for the keys that seal and open, since they may change
/// @param lifetime how long a token is valid; 24 hours by default
public record PageTokens(Supplier<TokenKeyRing> keys, Duration lifetime) {

    public static final Duration DEFAULT_LIFETIME = Duration.ofHours(24);

    /// How far the clocks of two servers that share keys may differ.
    static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

    private static final byte VERSION = 1;
    private static final int HEADER_LENGTH = 1 + TokenKey.ID_LENGTH;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_LENGTH = 16;
    private static final int LENGTH =
            HEADER_LENGTH + NONCE_LENGTH + TokenContent.LENGTH + TAG_LENGTH;

    /// @throws IllegalArgumentException if the lifetime is not positive
    public PageTokens {
        if (!lifetime.isPositive()) {
            throw new IllegalArgumentException("a token lifetime of " + lifetime);
        }
    }

    /// Tokens under keys that never change.
    ///
    /// @throws IllegalArgumentException if the lifetime is not positive
    public PageTokens(TokenKeyRing keys, Duration lifetime) {
        this(() -> keys, lifetime);
    }

    /// The result of opening a token.
    public sealed interface OpenResult {

        /// The token is valid, and the next page begins beyond this position.
        record Opened(Position position) implements OpenResult {}

        record Refused(TokenRefusal reason) implements OpenResult {}
    }

    /// A token for the page that begins beyond a position of a listing.
    public String seal(ListingQuery query, Position position, Instant now) {
        return seal(new TokenContent(now, Fingerprint.of(query), position), query.scope());
    }

    String seal(TokenContent content, Scope scope) {
        var key = keys.get().sealing();
        byte[] plain = content.toBytes();
        byte[] header = ByteBuffer.allocate(HEADER_LENGTH).put(VERSION).put(key.id()).array();
        byte[] associated = associated(header, scope);
        byte[] nonce = key.nonce(associated, plain, NONCE_LENGTH);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, associated).doFinal(plain);
            return Base64.getUrlEncoder()
                    .encodeToString(
                            ByteBuffer.allocate(LENGTH).put(header).put(nonce).put(sealed).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES/GCM/NoPadding", e);
        }
    }

    /// Opens a token for a listing. Any string gives a position or a refusal.
    public OpenResult open(String token, ListingQuery query, Instant now) {
        Optional<byte[]> decoded = decode(token);
        if (decoded.isEmpty()) {
            return new OpenResult.Refused(TokenRefusal.MALFORMED);
        }
        byte[] bytes = decoded.get();
        if (bytes[0] != VERSION) {
            return new OpenResult.Refused(TokenRefusal.UNKNOWN_VERSION);
        }
        Optional<TokenKey> key = keys.get().withId(Arrays.copyOfRange(bytes, 1, HEADER_LENGTH));
        if (key.isEmpty()) {
            return new OpenResult.Refused(TokenRefusal.UNKNOWN_KEY);
        }
        return decrypt(bytes, key.get(), query.scope())
                .flatMap(TokenContent::parse)
                .map(content -> validate(content, query, now))
                .orElseGet(() -> new OpenResult.Refused(TokenRefusal.NOT_AUTHENTIC));
    }

    private OpenResult validate(TokenContent content, ListingQuery query, Instant now) {
        if (!content.isFor(query)) {
            return new OpenResult.Refused(TokenRefusal.OTHER_LISTING);
        }
        var age = Duration.between(content.issued(), now);
        if (age.compareTo(CLOCK_DIFFERENCE.negated()) < 0) {
            return new OpenResult.Refused(TokenRefusal.NOT_YET_VALID);
        }
        if (age.compareTo(lifetime) >= 0) {
            return new OpenResult.Refused(TokenRefusal.EXPIRED);
        }
        return new OpenResult.Opened(content.position());
    }

    /// The length is a multiple of three bytes, so no character has unused bits, and no other text
    /// decodes to the same token.
    private static Optional<byte[]> decode(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            return bytes.length == LENGTH ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> decrypt(byte[] token, TokenKey key, Scope scope) {
        byte[] associated = associated(Arrays.copyOf(token, HEADER_LENGTH), scope);
        byte[] nonce = Arrays.copyOfRange(token, HEADER_LENGTH, HEADER_LENGTH + NONCE_LENGTH);
        int start = HEADER_LENGTH + NONCE_LENGTH;
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, key, nonce, associated)
                            .doFinal(token, start, token.length - start));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES/GCM/NoPadding", e);
        }
    }

    /// The associated data: what is authenticated with the content but is not part of it.
    private static byte[] associated(byte[] header, Scope scope) {
        byte[] owner = (scope.account() + "/" + scope.region()).getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(HEADER_LENGTH + owner.length).put(header).put(owner).array();
    }

    private static Cipher cipher(int mode, TokenKey key, byte[] nonce, byte[] associated)
            throws GeneralSecurityException {
        var cipher = Algorithms.cipher();
        cipher.init(mode, key.encryption(), new GCMParameterSpec(TAG_LENGTH * 8, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }
}
