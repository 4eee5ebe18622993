package dev.rollcall.cli.commands;

import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.options.StorageOptions;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.cli.storage.Storages;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

/// `rollcall check`: compares the indexes of an H2 storage with its tables.
@Command(
        name = "check",
        description =
                "Compares the indexes of an H2 storage that no process has open with its tables.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Ends with status 1 if any index differs from its table and --repair is not given. A"
                    + " start after an unclean stop checks and mends by itself."
        })
public final class CheckCommand implements Callable<Integer> {

    private static final String ROW = "%-22s %-36s %10s  %s%n";

    @Option(names = "--repair", description = "Rebuild the indexes that differ.")
    private boolean repairs;

    @Mixin private StorageOptions storage = new StorageOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    private final Storages storages;

    public CheckCommand(Storages storages) {
        this.storages = storages;
    }

    @Override
    public Integer call() {
        return switch (storage.settings()) {
            case StorageSettings.H2 h2 -> print(storages.check(h2, repairs));
            case StorageSettings.InMemory _ ->
                    throw notChecked("A storage in memory is gone with its process.");
            case StorageSettings.Postgres _ ->
                    throw notChecked("PostgreSQL keeps its indexes itself (see its amcheck).");
            case StorageSettings.Mongo _ ->
                    throw notChecked("MongoDB keeps its indexes itself (see its validate).");
        };
    }

    private static UserError notChecked(String why) {
        return new UserError(why, "check one with --storage h2.");
    }

    private int print(List<Storages.CheckedIndex> indexes) {
        var out = spec.commandLine().getOut();
        out.printf(ROW, "TABLE", "INDEX", "ENTRIES", "RESULT");
        indexes.forEach(it -> out.printf(ROW, it.table(), it.name(), it.entries(), result(it)));
        long differing = indexes.stream().filter(it -> !it.agrees()).count();
        out.printf("checked %d indexes: %s%n", indexes.size(), outcome(differing));
        out.flush();
        if (differing == 0 || repairs) {
            return 0;
        }
        advise(spec.commandLine().getErr());
        return 1;
    }

    private String result(Storages.CheckedIndex index) {
        return index.agrees() ? "agrees" : repairs ? "differed, mended" : "differs";
    }

    private String outcome(long differing) {
        return differing == 0
                ? "all agree with their tables"
                : "%d %s".formatted(differing, repairs ? "mended" : "differ from their tables");
    }

    private static void advise(PrintWriter err) {
        err.println(
                "Recommended action: check again with --repair; or start, which mends them too.");
        err.flush();
    }
}
