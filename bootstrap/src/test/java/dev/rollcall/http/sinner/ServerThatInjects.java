package dev.rollcall.http.sinner;

import dagger.Module;

import jakarta.inject.Inject;

/// A deliberate sinner: it wires itself.
@Module
public final class ServerThatInjects {

    @Inject
    ServerThatInjects() {}
}
