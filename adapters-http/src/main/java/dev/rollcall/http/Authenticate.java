package dev.rollcall.http;

/// Decides whose jobs a request is about, before anything in it is believed.
@FunctionalInterface
interface Authenticate {

    /// Any request gives a scope or a refusal.
    Authentication authenticate(ReceivedRequest request);
}
