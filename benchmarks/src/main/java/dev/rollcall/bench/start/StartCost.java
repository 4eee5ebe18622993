package dev.rollcall.bench.start;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What a start costs, the launcher included, with Java's cache of classes and without, in turn.
final class StartCost {

    private static final int ROUNDS = 15;

    private static final int JOBS = 1_000;

    private static final int PAGES = 100;

    private static final Duration IDLE = Duration.ofSeconds(2);

    private static final List<String> ROWS =
            List.of("`--version`", "`list`", "`serve` to its first page");

    private final UnpackedArchive archive;
    private final Medians cpu = new Medians();
    private final Medians wall = new Medians();
    private final Medians memory = new Medians();

    private StartCost(UnpackedArchive archive) {
        this.archive = archive;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (var archive = UnpackedArchive.of(Path.of(arguments[0]), JOBS)) {
            var cost = new StartCost(archive);
            for (int round = 0; round < ROUNDS; round++) {
                cost.measure(true);
                cost.measure(false);
            }
            System.out.print(cost.table());
        }
    }

    private void measure(boolean hasCache) throws IOException, InterruptedException {
        command(ROWS.get(0), hasCache, archive.command(hasCache, "--version"));
        command(ROWS.get(1), hasCache, archive.commandOnJobs(hasCache, "list"));
        server(hasCache);
    }

    private static String key(String row, boolean hasCache) {
        return row + hasCache;
    }

    private void command(String row, boolean hasCache, ProcessBuilder command)
            throws IOException, InterruptedException {
        double before = ProcessFiles.secondsOfChildren();
        long begun = System.nanoTime();
        int status =
                command.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        wall.add(key(row, hasCache), (System.nanoTime() - begun) / 1e9);
        cpu.add(key(row, hasCache), ProcessFiles.secondsOfChildren() - before);
        if (status != 0) {
            throw new IOException("%s ended with %d".formatted(command.command(), status));
        }
    }

    private void server(boolean hasCache) throws IOException, InterruptedException {
        String key = key(ROWS.get(2), hasCache);
        long begun = System.nanoTime();
        try (var server =
                        StartedServer.start(
                                archive.commandOnJobs(hasCache, "serve", "--port", "0"));
                var connection = server.connect()) {
            StartedServer.list(connection);
            wall.add(key, (System.nanoTime() - begun) / 1e9);
            cpu.add(key, server.seconds());
            for (int page = 1; page < PAGES; page++) {
                StartedServer.list(connection);
            }
            Thread.sleep(IDLE);
            memory.add(key, server.megabytes());
        }
    }

    private String table() {
        var text = new StringBuilder();
        text.append("| medians of ").append(ROUNDS);
        text.append(
                " | CPU s | wall s | without the cache: CPU s | wall s |\n|---|---|---|---|---|\n");
        for (String row : ROWS) {
            text.append("| %s ".formatted(row));
            for (boolean hasCache : List.of(true, false)) {
                String key = key(row, hasCache);
                text.append("| %.2f | %.2f ".formatted(cpu.of(key), wall.of(key)));
            }
            text.append("|\n");
        }
        text.append(
                "\nMemory (RSS) of the server, idle after %d pages: %.0f MB, without the cache %.0f MB%n"
                        .formatted(
                                PAGES,
                                memory.of(key(ROWS.get(2), true)),
                                memory.of(key(ROWS.get(2), false))));
        return text.toString();
    }
}
