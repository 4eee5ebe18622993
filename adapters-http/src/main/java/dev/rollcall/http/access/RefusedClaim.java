package dev.rollcall.http.access;

import dev.rollcall.http.access.AuthenticationResult.Granted;

import java.util.Optional;

/// What a request whose signature was not accepted says of itself, as far as that may be logged.
/// None of it is verified.
///
/// @param keyId the identifier of an access key; empty if it is missing or malformed
/// @param region the region that it is signed for; empty if it is missing or malformed
public record RefusedClaim(RefusalReason reason, Optional<String> keyId, Optional<String> region) {

    /// Long enough for an identifier, and too short for a secret or a signature in its place.
    private static final int LONGEST_KEY_ID = 32;

    /// That of a client whose key is valid, but not for what it asks.
    public static RefusedClaim withoutPermission(Granted client) {
        return new RefusedClaim(
                RefusalReason.NO_PERMISSION,
                client.key().map(AccessKey::id),
                Optional.of(client.scope().region().value()));
    }

    public RefusedClaim {
        keyId =
                keyId.filter(id -> id.length() <= LONGEST_KEY_ID)
                        .filter(id -> AccessKey.ID_PATTERN.matcher(id).matches());
    }
}
