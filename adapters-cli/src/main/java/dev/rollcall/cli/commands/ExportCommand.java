package dev.rollcall.cli.commands;

import dev.rollcall.application.ExportProcessingJobs;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.files.AtomicFile;
import dev.rollcall.cli.options.StorageOptions;
import dev.rollcall.cli.output.StandardOutput;
import dev.rollcall.cli.storage.Storages;
import dev.rollcall.json.JobLines;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;

/// `rollcall export`: writes every job to a file or to standard output.
@Command(
        name = "export",
        description = "Writes every job of every account and region as JSON Lines.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "'rollcall import' reads them back, into this storage or another. The jobs are one"
                    + " snapshot, ordered by account, region and name. The file appears when it is"
                    + " complete, readable by its owner only, and never replaces another."
        })
public final class ExportCommand implements Callable<Integer> {

    private static final String STANDARD_OUTPUT = "-";

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "Gzipped if it ends in .gz; - is standard output, the default.")
    private String file = STANDARD_OUTPUT;

    @Mixin private StorageOptions storage = new StorageOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    private final Storages storages;

    public ExportCommand(Storages storages) {
        this.storages = storages;
    }

    @Override
    public Integer call() {
        requireNew();
        try (var useCases = storages.openExisting(storage.settings())) {
            long count = write(useCases.exportProcessingJobs());
            var err = spec.commandLine().getErr();
            err.println("exported " + count);
            err.flush();
        }
        return 0;
    }

    /// Before the storage is read: a name that is taken should not cost a whole export.
    private void requireNew() {
        if (!isStandardOutput() && Files.exists(Path.of(file), LinkOption.NOFOLLOW_LINKS)) {
            throw alreadyExists();
        }
    }

    private long write(ExportProcessingJobs jobs) {
        try {
            return isStandardOutput() ? toStandardOutput(jobs) : toFile(jobs);
        } catch (FileAlreadyExistsException _) {
            throw alreadyExists();
        } catch (IOException e) {
            throw new UserError(
                    "The export to %s failed: %s".formatted(file, e.getMessage()),
                    "check that you may write there and that there is free space, and export"
                            + " again.",
                    e);
        }
    }

    /// As bytes: an export is UTF-8, whatever the character set of the terminal.
    private static long toStandardOutput(ExportProcessingJobs jobs) throws IOException {
        return JobLines.write(jobs, new StandardOutput());
    }

    private long toFile(ExportProcessingJobs jobs) throws IOException {
        var count = new AtomicLong();
        AtomicFile.create(
                Path.of(file),
                out -> {
                    try (var lines = file.endsWith(".gz") ? zipped(out) : out) {
                        count.set(JobLines.write(jobs, lines));
                    }
                });
        return count.get();
    }

    private static OutputStream zipped(OutputStream out) throws IOException {
        return new GZIPOutputStream(out, 1 << 16);
    }

    private boolean isStandardOutput() {
        return file.equals(STANDARD_OUTPUT);
    }

    private UserError alreadyExists() {
        return new UserError(
                "The file %s already exists.".formatted(file),
                "choose another name, or move the file away.");
    }
}
