package dev.rollcall.http.access;

import dev.rollcall.http.request.ReceivedRequest;

/// Decides whose jobs a request is about, before anything else in the request is trusted.
@FunctionalInterface
public interface Authenticator {

    /// Grants or refuses a request; never throws, whatever the request contains.
    AuthenticationResult authenticate(ReceivedRequest request);
}
