package dev.rollcall.bootstrap.settings;

import dev.rollcall.cli.options.SecretOptions;
import dev.rollcall.cli.times.DaysOrHours;
import dev.rollcall.domain.jobs.JobRecord;
import dev.rollcall.http.intake.IntakeKey;
import dev.rollcall.http.server.IntakeSettings;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The options for jobs that are recorded while the server runs.
public final class IntakeOptions {

    @Option(
            names = "--intake-keys",
            paramLabel = "FILE",
            description =
                    "Keys for POST /events, which records jobs. Each [name] has a key, which a"
                            + " request presents as X-Api-Key, and may have accounts and regions"
                            + " (default all). Read again when it changes. Without the option, keys"
                            + " of --access-keys with allow = record may sign such requests, and"
                            + " with --auth none they need no key.")
    private @Nullable Path intakeKeys;

    @Option(
            names = "--max-ahead",
            paramLabel = "DURATION",
            converter = DaysOrHours.class,
            description =
                    "POST /events: refuse records whose times lie further ahead of the clock, such"
                            + " as 12h or 7d. Default: 1d.")
    private Duration maxAhead = JobRecord.USUAL_MAX_AHEAD;

    /// The keys with which jobs may be recorded, if there is a file of them.
    ///
    /// @param secrets how open the file may be
    public Optional<KeyFile<IntakeKey>> keys(SecretOptions secrets) {
        return Optional.ofNullable(intakeKeys).map(secrets::file).map(KeyFile::ofIntakeKeys);
    }

    public IntakeSettings settings(Optional<KeyFile<IntakeKey>> keys) {
        return new IntakeSettings(keys.map(file -> () -> file.keys().values()), maxAhead);
    }
}
