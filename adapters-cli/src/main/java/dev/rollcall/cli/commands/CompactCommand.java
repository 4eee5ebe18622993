package dev.rollcall.cli.commands;

import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.options.StorageOptions;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.cli.storage.Storages;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.Locale;
import java.util.concurrent.Callable;

/// `rollcall compact`: shrinks the file of an H2 storage to what is in use.
@Command(
        name = "compact",
        description = "Shrinks the file of an H2 storage that no process has open.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Needs free space for a copy of the content while it runs. A server that stops cleanly"
                    + " compacts by itself when the file is much larger than its content."
        })
public final class CompactCommand implements Callable<Integer> {

    private static final double MEGABYTE = 1_000_000;

    @Mixin private StorageOptions storage = new StorageOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    private final Storages storages;

    public CompactCommand(Storages storages) {
        this.storages = storages;
    }

    @Override
    public Integer call() {
        switch (storage.settings()) {
            case StorageSettings.H2 h2 -> print(storages.compact(h2));
            case StorageSettings.InMemory _ ->
                    throw new UserError(
                            "A storage in memory has no file.", "compact one with --storage h2.");
            case StorageSettings.Postgres _ ->
                    throw new UserError(
                            "PostgreSQL compacts by itself (autovacuum).",
                            "compact one with --storage h2.");
            case StorageSettings.Mongo _ ->
                    throw new UserError(
                            "MongoDB reuses the free space in its files by itself.",
                            "compact one with --storage h2.");
        }
        return 0;
    }

    private void print(Storages.Compaction compaction) {
        var out = spec.commandLine().getOut();
        out.println(
                String.format(
                        Locale.ROOT,
                        "compacted %.1f MB to %.1f MB",
                        compaction.before() / MEGABYTE,
                        compaction.after() / MEGABYTE));
    }
}
