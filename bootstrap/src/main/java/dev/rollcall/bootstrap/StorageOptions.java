package dev.rollcall.bootstrap;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that choose a storage.
final class StorageOptions {

    @Option(
            names = "--storage",
            paramLabel = "KIND",
            defaultValue = "h2",
            description = "Where jobs are kept: h2. Default: ${DEFAULT-VALUE}.")
    private String storage = "h2";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "rollcall-data",
            description = "h2: the directory of the database. Default: ${DEFAULT-VALUE}.")
    private Path data = Path.of("rollcall-data");

    @Option(
            names = "--token-keys",
            paramLabel = "FILE",
            description = {
                "The keys of page tokens, for replicas that share them; see 'rollcall token-keys'.",
                "Default: a file of the data directory, made on first use."
            })
    private @Nullable Path tokenKeys;

    StorageSettings settings() {
        return switch (storage) {
            case "h2" -> new StorageSettings.H2(data, Optional.ofNullable(tokenKeys));
            default ->
                    throw new Refusal(
                            "There is no storage '%s'.".formatted(storage),
                            "choose one of: h2.");
        };
    }
}
