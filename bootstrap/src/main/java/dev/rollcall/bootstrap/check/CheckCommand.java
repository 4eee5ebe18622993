package dev.rollcall.bootstrap.check;

import dev.rollcall.bootstrap.wiring.WiredStorages;
import dev.rollcall.cli.options.StorageOptions;
import dev.rollcall.cli.storage.Storages.CheckedIndex;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// `rollcall check`: tries everything that a server with these settings needs.
@Command(
        name = "check",
        description =
                "Tries everything that 'serve' needs with the same options: the store and its"
                        + " indexes, keys, certificates, ports, the clock and file modes.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Ends with status 1 if anything is wrong. The indexes of an H2 storage, which no"
                    + " process may have open, are compared with its tables. Opening a storage on a"
                    + " server brings its schema up to date, as 'serve' does."
        })
public final class CheckCommand implements Callable<Integer> {

    private static final String ROW = "%-12s %-6s %s%n";
    private static final String INDEX_ROW = "%-22s %-36s %10s  %s%n";

    @Option(names = "--repair", description = "h2: rebuild the indexes that differ.")
    private boolean repairs;

    @Mixin private StorageOptions storage = new StorageOptions();
    @Mixin private ServerChecks server = new ServerChecks();
    @Spec private CommandSpec spec = CommandSpec.create();

    private final WiredStorages storages;
    private final InstantSource clock;

    public CheckCommand(WiredStorages storages, InstantSource clock) {
        this.storages = storages;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var checked = new StorageChecks(storages).run(storage.settings(), repairs);
        List<Finding> findings = new ArrayList<>(checked.findings());
        findings.addAll(server.run(storage.secrets(), clock.instant()));
        var out = spec.commandLine().getOut();
        printIndexes(checked.indexes(), out);
        printFindings(findings, out);
        out.flush();
        return findings.stream().anyMatch(Finding::isWrong) ? 1 : 0;
    }

    private void printIndexes(List<CheckedIndex> indexes, PrintWriter out) {
        if (indexes.isEmpty()) {
            return;
        }
        out.printf(INDEX_ROW, "TABLE", "INDEX", "ENTRIES", "RESULT");
        for (CheckedIndex index : indexes) {
            out.printf(INDEX_ROW, index.table(), index.name(), index.entries(), result(index));
        }
        out.println();
    }

    /// A path may have a name that a terminal obeys.
    private static String visible(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    }

    private String result(CheckedIndex index) {
        return index.agrees() ? "agrees" : repairs ? "differed, mended" : "differs";
    }

    private static void printFindings(List<Finding> findings, PrintWriter out) {
        out.printf(ROW, "CHECK", "RESULT", "DETAIL");
        for (Finding finding : findings) {
            out.printf(
                    ROW,
                    finding.subject(),
                    finding.isWrong() ? "WRONG" : "ok",
                    visible(finding.detail()));
            finding.action().ifPresent(it -> out.printf(ROW, "", "", "Recommended action: " + it));
        }
    }
}
