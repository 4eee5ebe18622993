package dev.rollcall.bench.start;

import com.sun.management.OperatingSystemMXBean;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// How fast full pages are answered in the heap that the launcher gives a server, and in the one
/// that Java takes by itself, in turn.
final class HeapCost {

    private static final int ROUNDS = 5;

    private static final int CONNECTIONS = 64;

    private static final int JOBS = 100_000;

    private static final Duration WARM_UP = Duration.ofSeconds(10);

    private static final Duration MEASURED = Duration.ofSeconds(10);

    private HeapCost() {}

    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException {
        long quarter =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                                .getTotalMemorySize()
                        / 4
                        / (1 << 20);
        var kinds =
                List.of(
                        List.of("192 MB, serial", ""),
                        List.of(
                                "%,d MB, G1".formatted(quarter),
                                "-XX:-UseSerialGC -XX:+UseG1GC -Xmx%dm".formatted(quarter)));
        var rates = new Medians();
        var memory = new Medians();
        try (var archive = UnpackedArchive.of(Path.of(arguments[0]), JOBS)) {
            for (int round = 0; round < ROUNDS; round++) {
                for (List<String> kind : kinds) {
                    var command = archive.commandOnJobs(true, "serve", "--port", "0");
                    command.environment().put("JAVA_OPTS", kind.get(1));
                    try (var server = StartedServer.start(command)) {
                        rate(server, WARM_UP);
                        rates.add(kind.get(0), rate(server, MEASURED));
                        memory.add(kind.get(0), server.megabytes());
                    }
                }
            }
        }
        System.out.printf(
                "| heap | pages of 100 a second, %d connections, median of %d | memory (RSS) |%n"
                        + "|---|---|---|%n",
                CONNECTIONS, ROUNDS);
        for (List<String> kind : kinds) {
            System.out.printf(
                    "| %s | %,.0f | %,.0f MB |%n",
                    kind.get(0), rates.of(kind.get(0)), memory.of(kind.get(0)));
        }
    }

    /// The pages a second that all connections get together.
    private static double rate(StartedServer server, Duration time)
            throws IOException, InterruptedException, ExecutionException {
        long end = System.nanoTime() + time.toNanos();
        List<Future<Integer>> counts = new ArrayList<>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                counts.add(clients.submit(() -> count(server, end)));
            }
        }
        double pages = 0;
        for (Future<Integer> count : counts) {
            pages += count.get();
        }
        return pages / time.toSeconds();
    }

    private static int count(StartedServer server, long end) throws IOException {
        try (var connection = server.connect()) {
            int pages = 0;
            while (System.nanoTime() < end) {
                StartedServer.list(connection);
                pages++;
            }
            return pages;
        }
    }
}
