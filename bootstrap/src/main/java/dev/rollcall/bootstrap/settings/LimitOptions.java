package dev.rollcall.bootstrap.settings;

import dev.rollcall.cli.errors.UserError;
import dev.rollcall.http.server.HttpSettings.Limits;

import picocli.CommandLine.Option;

import java.time.Duration;

/// The options that limit what a client may cost.
public final class LimitOptions {

    private static final Limits DEFAULTS = Limits.defaults();

    @Option(
            names = "--max-head-bytes",
            paramLabel = "N",
            description = "The longest request line and headers. Default: ${DEFAULT-VALUE}.")
    private int headBytes = DEFAULTS.headBytes();

    @Option(
            names = "--max-body-bytes",
            paramLabel = "N",
            description =
                    "The longest body of a request that only reads. Default: ${DEFAULT-VALUE}.")
    private int bodyBytes = DEFAULTS.bodyBytes();

    @Option(
            names = "--body-memory",
            paramLabel = "BYTES",
            description =
                    "The memory for the bodies of all requests and answers together. When it is"
                            + " used up, the clients that are waited for longest are refused with"
                            + " 503, those with short bodies last. Default: a third of the heap.")
    private long bodyMemoryBytes = DEFAULTS.bodyMemoryBytes();

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            description = "Further clients wait. Default: ${DEFAULT-VALUE}.")
    private int connections = DEFAULTS.connections();

    @Option(
            names = "--client-timeout",
            paramLabel = "SECONDS",
            description =
                    "How long a client may take to send a head, to send a body, or to receive an"
                            + " answer. Default: ${DEFAULT-VALUE}.")
    private int clientTimeout = (int) DEFAULTS.clientTimeout().toSeconds();

    @Option(
            names = "--keep-alive",
            paramLabel = "SECONDS",
            description =
                    "How long a connection may be idle between two requests. Longer than the idle"
                            + " time of a load balancer. Default: ${DEFAULT-VALUE}.")
    private int keepAlive = (int) DEFAULTS.keepAlive().toSeconds();

    @Option(
            names = "--drain",
            paramLabel = "SECONDS",
            description =
                    "How long clients are still accepted after SIGTERM, and refused with 503."
                            + " Default: ${DEFAULT-VALUE}.")
    private int drain = (int) DEFAULTS.drain().toSeconds();

    @Option(
            names = "--stop-timeout",
            paramLabel = "SECONDS",
            description = "How long requests may finish after that. Default: ${DEFAULT-VALUE}.")
    private int stopTimeout = (int) DEFAULTS.stopTimeout().toSeconds();

    public Limits limits() {
        try {
            return new Limits(
                    headBytes,
                    bodyBytes,
                    bodyMemoryBytes,
                    connections,
                    Duration.ofSeconds(clientTimeout),
                    Duration.ofSeconds(keepAlive),
                    Duration.ofSeconds(drain),
                    Duration.ofSeconds(stopTimeout));
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    "A limit of 0 or less lets nobody in.", "choose limits of 1 or more.", e);
        }
    }
}
