package dev.rollcall.bootstrap;

import dev.rollcall.http.HttpSettings.Limits;
import java.time.Duration;
import picocli.CommandLine.Option;

/// The options that say what a client may cost.
final class LimitOptions {

    @Option(
            names = "--max-head-bytes",
            paramLabel = "N",
            defaultValue = "16384",
            description = "The longest request line and headers. Default: ${DEFAULT-VALUE}.")
    private int headBytes;

    @Option(
            names = "--max-body-bytes",
            paramLabel = "N",
            defaultValue = "1048576",
            description = "The longest request body. Default: ${DEFAULT-VALUE}.")
    private int bodyBytes;

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Further clients wait. Default: ${DEFAULT-VALUE}.")
    private int connections;

    @Option(
            names = "--client-timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = {
                "How long a client may take to send a head or a body, to take an answer, or to",
                "be idle. Default: ${DEFAULT-VALUE}."
            })
    private int clientTimeout;

    @Option(
            names = "--stop-timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long requests may finish after SIGTERM. Default: ${DEFAULT-VALUE}.")
    private int stopTimeout;

    Limits limits() {
        try {
            return new Limits(
                    headBytes,
                    bodyBytes,
                    connections,
                    Duration.ofSeconds(clientTimeout),
                    Duration.ofSeconds(stopTimeout));
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    "A limit of 0 or less lets nobody in.", "choose limits of 1 or more.", e);
        }
    }
}
