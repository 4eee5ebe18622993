package dev.rollcall.cli.sinner;

import dev.rollcall.http.server.HttpSettings;

/// A deliberate sinner: one driving adapter does not know another.
public final class CommandThatKnowsTheServer {

    int port(HttpSettings settings) {
        return settings.port();
    }
}
