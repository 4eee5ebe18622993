package dev.rollcall.bench.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// An archive of Rollcall in a directory of its own, with a cache of classes and with jobs in H2.
final class UnpackedArchive implements AutoCloseable {

    private static final List<String> SCOPE =
            List.of("--account", "123456789012", "--region", "us-east-1");

    private static final int FIRST_CREATION = 1_717_200_000;

    private final Path directory;
    private final Path launcher;

    private UnpackedArchive(Path directory, Path launcher) {
        this.directory = directory;
        this.launcher = launcher;
    }

    /// Unpacks an archive, makes its cache, and imports jobs.
    static UnpackedArchive of(Path archive, int jobs) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("rollcall-start-");
        requireSuccess(
                new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", directory.toString()));
        try (var unpacked = Files.list(directory)) {
            Path home = unpacked.findFirst().orElseThrow();
            var made = new UnpackedArchive(directory, home.resolve("bin/rollcall"));
            Path lines = directory.resolve("jobs.jsonl");
            Files.writeString(
                    lines,
                    IntStream.range(0, jobs)
                            .mapToObj(UnpackedArchive::job)
                            .collect(Collectors.joining()));
            requireSuccess(made.command(true, "warm"));
            requireSuccess(made.command(true, "import", lines.toString(), "--data", made.data()));
            return made;
        }
    }

    private static String job(int number) {
        return """
        {"ProcessingJobArn": "arn:aws:sagemaker:us-east-1:123456789012:processing-job/job-%1$06d", \
        "ProcessingJobName": "job-%1$06d", "ProcessingJobStatus": "Completed", \
        "CreationTime": %2$d, "ProcessingEndTime": %2$d, "LastModifiedTime": %2$d}
        """
                .formatted(number, FIRST_CREATION + number);
    }

    private static void requireSuccess(ProcessBuilder command)
            throws IOException, InterruptedException {
        var process = command.redirectErrorStream(true).start();
        String said = process.inputReader(UTF_8).readAllAsString();
        if (process.waitFor() != 0) {
            throw new IOException("%s failed: %s".formatted(command.command(), said));
        }
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    /// @param hasCache whether Java's cache of classes is used
    ProcessBuilder command(boolean hasCache, String... arguments) {
        var line = new ArrayList<>(List.of(launcher.toString()));
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line);
        builder.environment()
                .put("ROLLCALL_CACHE", hasCache ? directory.resolve("cache").toString() : "off");
        return builder;
    }

    /// A command on the jobs.
    ProcessBuilder commandOnJobs(boolean hasCache, String... arguments) {
        var builder = command(hasCache, arguments);
        builder.command().addAll(SCOPE);
        builder.command().addAll(List.of("--data", data()));
        return builder;
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
