package dev.rollcall.http.access;

import dev.rollcall.domain.jobs.Scope;

import java.util.Optional;

/// The outcome of authenticating a request.
public sealed interface AuthenticationResult {

    /// The request is let in.
    ///
    /// @param scope the only one the request may be about, whatever else stands in it
    /// @param key what it was signed with; empty on a server that asks for no signatures, where
    ///   everybody may do everything
    record Granted(Scope scope, Optional<AccessKey> key) implements AuthenticationResult {

        public boolean allows(Permission permission) {
            return key.map(k -> k.allows(permission)).orElse(true);
        }
    }

    /// The request is answered with an error.
    ///
    /// @param type the error's name in the AWS form
    /// @param message for the client alone; it may repeat what it sent, a signature included
    record Refused(String type, String message) implements AuthenticationResult {

        /// Not the message: this is what a log may have of it.
        @Override
        public String toString() {
            return type;
        }
    }
}
