package dev.rollcall.http.access;

import dev.rollcall.domain.jobs.Scope;

import java.time.Duration;
import java.util.Optional;

/// The outcome of authenticating a request.
public sealed interface AuthenticationResult {

    /// The request is accepted.
    ///
    /// @param scope the only jobs that the request may be about, whatever else it says
    /// @param key the key that signed the request; empty on a server that asks for no signatures,
    ///   where every client may use every operation
    record Granted(Scope scope, Optional<AccessKey> key) implements AuthenticationResult {

        public boolean allows(Permission permission) {
            return key.map(k -> k.allows(permission)).orElse(true);
        }
    }

    /// The client is known, but sends too many requests.
    ///
    /// @param keyId the key that it used
    /// @param retryAfter the time until the next one is accepted
    record Throttled(String keyId, Duration retryAfter) implements AuthenticationResult {}

    /// The request is answered with an error.
    ///
    /// @param type the error's name in the AWS form
    /// @param message for the client alone; it may repeat what the client sent, even a signature
    /// @param claim for the operator
    record Refused(String type, String message, RefusedClaim claim)
            implements AuthenticationResult {

        /// The type alone, because the message must not get into a log.
        @Override
        public String toString() {
            return type;
        }
    }
}
