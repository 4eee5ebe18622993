package dev.rollcall.http;

import dev.rollcall.application.AccessKey;
import dev.rollcall.application.AccessKey.Operation;
import dev.rollcall.domain.Scope;

import java.util.Optional;

/// What became of the question who sent a request.
sealed interface Authentication {

    /// The request is let in.
    ///
    /// @param scope the only one the request may be about, whatever else stands in it
    /// @param key what it was signed with; empty on a server that asks for no signatures, where
    ///   everybody may do everything
    record Authenticated(Scope scope, Optional<AccessKey> key) implements Authentication {

        /// The refusal of an operation; empty if it is allowed.
        Optional<Refused> refusalOf(Operation operation) {
            return key.filter(k -> !k.allows(operation))
                    .map(k -> SignatureRefusals.accessDenied(scope, k.userName(), operation));
        }
    }

    /// The request is answered with an error.
    ///
    /// @param type the error's name in the AWS form
    /// @param message for the client alone; it may repeat what it sent, a signature included
    record Refused(String type, String message) implements Authentication, SignatureReading {

        /// Not the message: this is what a log may have of it.
        @Override
        public String toString() {
            return type;
        }
    }
}
