package dev.rollcall.bootstrap.settings;

import picocli.CommandLine.Option;

/// The option for the page for people.
public final class ConsoleOptions {

    @Option(
            names = "--no-console",
            description = "Serve no page for people at /console/, only the API.")
    private boolean absent;

    public boolean isServed() {
        return !absent;
    }
}
