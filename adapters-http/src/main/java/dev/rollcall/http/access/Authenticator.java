package dev.rollcall.http.access;

import dev.rollcall.http.request.ReceivedRequest;

/// Decides whose jobs a request is about, before anything in it is believed.
@FunctionalInterface
public interface Authenticator {

    /// Any request gives a scope or a refusal.
    AuthenticationResult authenticate(ReceivedRequest request);
}
