package dev.rollcall.cli.commands;

import dev.rollcall.cli.errors.FailureText;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.importing.BatchTarget;
import dev.rollcall.cli.importing.Importer;
import dev.rollcall.cli.options.StorageOptions;
import dev.rollcall.cli.remote.RemoteIntake;
import dev.rollcall.cli.storage.Storages;
import dev.rollcall.cli.times.DaysOrHours;
import dev.rollcall.domain.jobs.JobRecord;
import dev.rollcall.json.VisibleText;
import dev.rollcall.json.stream.BrokenStream;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// `rollcall import`: records jobs from files or from standard input.
@Command(
        name = "import",
        description = "Records processing jobs; of each job the newest record stays.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Takes jobs as 'aws sagemaker list-processing-jobs' and 'describe-processing-job' print"
                    + " them with '--output json', events of EventBridge ('SageMaker Processing Job"
                    + " State Change'), and lists of these: one to a line, over many lines, or one"
                    + " right after the other; .gz too.",
            "",
            "A time is epoch seconds or milliseconds, or ISO-8601; without a zone it is UTC. A"
                    + " job's account and region are those of its ARN. Importing a file twice"
                    + " changes nothing."
        })
public final class ImportCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    /// How long a server that is away may be waited for.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files; - is standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--max-ahead",
            paramLabel = "DURATION",
            converter = DaysOrHours.class,
            description =
                    "Refuse records whose times lie further ahead of the clock, such as 12h or 7d:"
                            + " no other record could ever replace them. Default: 1d.")
    private Duration maxAhead = JobRecord.USUAL_MAX_AHEAD;

    @Option(
            names = "--to",
            paramLabel = "URL",
            description =
                    "Record through this server, which is running, and not into a storage: as"
                            + " --to http://127.0.0.1:8080.")
    private @Nullable String server;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "--to: the file with the key, one of the server's --intake-keys.")
    private @Nullable Path keyFile;

    @Mixin private StorageOptions storage = new StorageOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    private final Storages storages;
    private final InstantSource clock;

    public ImportCommand(Storages storages, InstantSource clock) {
        this.storages = storages;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        files.forEach(ImportCommand::requireReadable);
        if (server != null) {
            return through(server);
        }
        if (keyFile != null) {
            throw new UserError("--key-file is for --to URL.", "remove it, or give both.");
        }
        try (var useCases = storages.open(storage.settings())) {
            var jobs = useCases.recordProcessingJobs();
            return record(
                    BatchTarget.of(jobs),
                    reading ->
                            jobs.inBulk(
                                    () -> {
                                        reading.run();
                                        tellOfEnd(spec.commandLine().getErr());
                                    }));
        }
    }

    private int through(String url) {
        Optional<String> key = Optional.ofNullable(keyFile).map(this::key);
        try (var intake = new RemoteIntake(url, key, PATIENCE, this::notice)) {
            return record(intake, Runnable::run);
        }
    }

    private String key(Path file) {
        try {
            return storage.secrets().file(file).read().strip();
        } catch (IOException e) {
            throw unreadable(file.toString(), ": " + FailureText.of(e));
        }
    }

    private void notice(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }

    /// @param around runs what reads the files
    private int record(BatchTarget target, Consumer<Runnable> around) {
        var command = spec.commandLine();
        var importer = new Importer(target, clock, maxAhead, command.getErr());
        List<UserError> broken = new ArrayList<>();
        try {
            around.accept(() -> read(importer, broken));
        } finally {
            broken.forEach(it -> explain(it, command.getErr()));
            summarize(importer, command.getOut(), command.getErr());
        }
        return importer.refusedAny() || !broken.isEmpty() ? 1 : 0;
    }

    /// Before the storage is touched: a wrong name should not cost half an import.
    private static void requireReadable(String file) {
        if (!file.equals(STANDARD_INPUT)
                && (!Files.isReadable(Path.of(file)) || Files.isDirectory(Path.of(file)))) {
            throw unreadable(file, ".");
        }
    }

    /// @param broken takes what is to say of files that cannot be read to their end
    private void read(Importer importer, List<UserError> broken) {
        try (importer) {
            for (String file : files) {
                try (var in = open(file)) {
                    importer.read(file, in);
                } catch (BrokenStream e) {
                    broken.add(breaksOff(file, e));
                } catch (IOException e) {
                    broken.add(unreadable(file, ": " + FailureText.of(e)));
                }
            }
        }
    }

    private static UserError breaksOff(String file, BrokenStream e) {
        return new UserError(
                "%s breaks off in line %d: %s".formatted(file, e.line(), e.getMessage()),
                "get a whole copy and import it again; what was read stays.",
                e);
    }

    private static UserError unreadable(String file, String why) {
        return new UserError(
                "The file %s can't be read%s".formatted(file, why),
                "check the name, and that the file is yours to read.");
    }

    private static InputStream open(String file) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return System.in;
        }
        var path = Path.of(file);
        var in = Files.newInputStream(path);
        return isWatched() ? ProgressBar.wrap(in, bar(path)) : in;
    }

    /// The launcher says whether a person watches standard error.
    private static boolean isWatched() {
        return Boolean.getBoolean("rollcall.progress");
    }

    private static void tellOfEnd(PrintWriter err) {
        if (isWatched()) {
            err.println("All is recorded. A storage that was empty builds its indexes now.");
            err.flush();
        }
    }

    private static ProgressBarBuilder bar(Path file) throws IOException {
        return ProgressBar.builder()
                .setTaskName(VisibleText.of(String.valueOf(file.getFileName())))
                .setInitialMax(Files.size(file))
                .setUnit("MB", 1_000_000)
                .showSpeed();
    }

    private static void explain(UserError broken, PrintWriter err) {
        err.println(broken.getMessage());
        err.println("Recommended action: " + broken.recommendedAction());
    }

    private static void summarize(Importer importer, PrintWriter out, PrintWriter err) {
        err.flush();
        out.println(importer.summary());
        importer.whose().ifPresent(out::println);
        out.flush();
        importer.notes().forEach(err::println);
        err.flush();
    }
}
