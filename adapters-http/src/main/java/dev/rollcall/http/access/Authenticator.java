package dev.rollcall.http.access;

import dev.rollcall.http.access.AuthenticationResult.Refused;
import dev.rollcall.http.request.ReceivedRequest;
import dev.rollcall.http.request.RequestHead;

import java.util.Optional;

/// Decides whose jobs a request is about, before anything else in the request is trusted.
@FunctionalInterface
public interface Authenticator {

    /// Grants or refuses a request; never throws, whatever the request contains.
    AuthenticationResult authenticate(ReceivedRequest request);

    /// The refusal that the head alone calls for, so that no body is waited for; empty if that
    /// depends on the body. [#authenticate] would refuse the whole request in the same way.
    default Optional<Refused> refuse(RequestHead head) {
        return Optional.empty();
    }
}
