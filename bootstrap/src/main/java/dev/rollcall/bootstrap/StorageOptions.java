package dev.rollcall.bootstrap;

import java.nio.file.Path;
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

    StorageSettings settings() {
        return switch (storage) {
            case "h2" -> new StorageSettings.H2(data);
            default ->
                    throw new Refusal(
                            "There is no storage '%s'.".formatted(storage),
                            "choose one of: h2.");
        };
    }
}
