package dev.rollcall.http.sigv4;

import dev.rollcall.http.access.Secret;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.crypto.spec.SecretKeySpec;

/// Derives the keys that requests are signed with, and remembers the ones used most recently.
///
/// A signing key is remembered under the secret that it was derived from, so after a secret was
/// replaced, the old key is never used for it. A client that names many regions only causes others'
/// keys to be derived again, which takes a few microseconds.
final class SigningKeys {

    /// How many keys are remembered at most; each is for one secret, one day and one region.
    static final int CAPACITY = 1_000;

    private record Origin(Secret secret, CredentialScope scope) {}

    private final Map<Origin, SecretKeySpec> derived =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Origin, SecretKeySpec> eldest) {
                    return size() > CAPACITY;
                }
            };

    /// The signing key of a secret for a scope.
    SecretKeySpec of(Secret secret, CredentialScope scope) {
        var origin = new Origin(secret, scope);
        synchronized (derived) {
            SecretKeySpec known = derived.get(origin);
            if (known != null) {
                return known;
            }
        }
        SecretKeySpec key = derive(secret, scope);
        synchronized (derived) {
            derived.put(origin, key);
        }
        return key;
    }

    /// How many keys are remembered now.
    int size() {
        synchronized (derived) {
            return derived.size();
        }
    }

    private static SecretKeySpec derive(Secret secret, CredentialScope scope) {
        byte[] prefix = "AWS4".getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = secret.bytes();
        var start = new byte[prefix.length + bytes.length];
        System.arraycopy(prefix, 0, start, 0, prefix.length);
        System.arraycopy(bytes, 0, start, prefix.length, bytes.length);
        SecretKeySpec key = next(Sha256.macKey(start), scope.day());
        key = next(key, scope.region());
        key = next(key, scope.service());
        return next(key, CredentialScope.TERMINATOR);
    }

    private static SecretKeySpec next(SecretKeySpec key, String message) {
        return Sha256.macKey(Sha256.mac(key, message));
    }
}
