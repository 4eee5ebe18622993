package dev.rollcall.http.sinner;

import dagger.Module;

import jakarta.inject.Inject;

/// A deliberate sinner twice over: it wires itself, and shows itself to everybody.
@Module
public final class ServerThatInjects {

    @Inject
    ServerThatInjects() {}
}
