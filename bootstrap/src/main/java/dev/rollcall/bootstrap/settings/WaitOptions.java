package dev.rollcall.bootstrap.settings;

import dev.rollcall.bootstrap.wiring.StorageWait;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.times.SecondsOrMillis;

import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.function.Consumer;

/// The option that lets a server start before its database.
public final class WaitOptions {

    @Option(
            names = "--wait-for-storage",
            paramLabel = "DURATION",
            converter = SecondsOrMillis.class,
            description =
                    "How long to wait for a PostgreSQL or MongoDB that is not there yet; one that"
                            + " refuses is not waited for. Such as 5s, or 0s for not at all."
                            + " Default: 60s.")
    private Duration atMost = Duration.ofSeconds(60);

    /// How long to wait for the storage.
    ///
    /// @param notice receives a sentence when the waiting begins
    /// @throws UserError if the time is negative
    public StorageWait storage(Consumer<String> notice) {
        if (atMost.isNegative()) {
            throw new UserError(
                    "--wait-for-storage can't be negative.", "give 0s to wait not at all.");
        }
        return new StorageWait(atMost, notice);
    }
}
