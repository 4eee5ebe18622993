package dev.rollcall.bootstrap;

import dev.rollcall.application.StorageInUse;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.jdbc.H2Store;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

/// `rollcall compact`: gives back what an H2 file holds beyond its content.
@Command(
        name = "compact",
        description = "Compacts the file of an H2 storage that nobody has open.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A clean stop compacts by itself when the file is much larger than what lives in it."
                    + " Takes up to as much room again while it runs."
        })
final class CompactCommand implements Callable<Integer> {

    private static final double MEGABYTE = 1_000_000;

    @Mixin private StorageOptions storage = new StorageOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        switch (storage.existing()) {
            case StorageSettings.H2 h2 -> print(compact(h2.data()));
            case StorageSettings.InMemory _ ->
                    throw new UserError(
                            "What is in memory has no file.", "compact a storage of kind h2.");
            case StorageSettings.Postgres _ ->
                    throw new UserError(
                            "PostgreSQL compacts by itself (autovacuum).",
                            "compact a storage of kind h2.");
            case StorageSettings.Mongo _ ->
                    throw new UserError(
                            "MongoDB uses the room in its files again by itself.",
                            "compact a storage of kind h2.");
        }
        return 0;
    }

    private static H2Store.Compaction compact(Path data) {
        try {
            return H2Store.compact(data);
        } catch (StorageInUse e) {
            throw H2UseCases.inUse(data, e);
        } catch (StorageUnavailable e) {
            throw H2UseCases.unusable(data, e);
        }
    }

    private void print(H2Store.Compaction compaction) {
        var out = spec.commandLine().getOut();
        out.println(
                String.format(
                        Locale.ROOT,
                        "compacted %.1f MB to %.1f MB",
                        compaction.before() / MEGABYTE,
                        compaction.after() / MEGABYTE));
        out.flush();
    }
}
