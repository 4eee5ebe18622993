package dev.rollcall.bootstrap.settings;

import dev.rollcall.cli.errors.UserError;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.OptionalInt;

/// The options for the port of health and metrics.
public final class AdminOptions {

    @Option(
            names = "--admin-port",
            paramLabel = "PORT",
            description =
                    "Answer GET /health/live, /health/ready and /metrics on this port, without a"
                            + " signature; 0 takes a free one. Default: there is none.")
    private @Nullable Integer port;

    @Option(
            names = "--admin-host",
            paramLabel = "ADDRESS",
            description =
                    "The address for --admin-port. Whoever reaches it may ask. Default:"
                            + " ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    public String host() {
        return host;
    }

    /// The port, if there should be one.
    public OptionalInt port() {
        if (port == null) {
            return OptionalInt.empty();
        }
        if (port < 0 || port > 65_535) {
            throw new UserError(
                    "There is no port %d.".formatted(port), "choose one from 0 to 65535.");
        }
        return OptionalInt.of(port);
    }
}
