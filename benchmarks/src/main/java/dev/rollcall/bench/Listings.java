package dev.rollcall.bench;

import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.Position;
import dev.rollcall.domain.ProcessingJob;
import dev.rollcall.domain.Slice;
import dev.rollcall.jdbc.MeasuredStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// What a page costs in a store of many jobs, each kind of listing beside naive SQL on the same
/// tables and indexes, as a table in Markdown.
public final class Listings {

    private static final int PAGE = 100;
    private static final int BATCH = 5_000;
    private static final int WRITERS = 3;
    private static final int WARM_UP = 60;
    private static final int PAGES = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final WorkBudget BUDGET = new WorkBudget(1_000_000, Duration.ofSeconds(2));

    private final MeasuredStore measured;
    private final int count;

    private Listings(MeasuredStore measured, int count) {
        this.measured = measured;
        this.count = count;
    }

    public static void main(String[] arguments) throws Exception {
        String storage = arguments[0];
        int count = Integer.parseInt(arguments[1]);
        Path directory = Files.createTempDirectory("rollcall-listings-");
        try {
            switch (storage) {
                case "h2" -> {
                    try (var store = MeasuredStore.h2(directory)) {
                        new Listings(store, count).run(storage);
                    }
                }
                case "postgres" -> {
                    try (var server = server(directory);
                            var store = MeasuredStore.postgres(url(server), "postgres")) {
                        new Listings(store, count).run(storage);
                    }
                }
                default -> throw new IllegalArgumentException("h2 or postgres, not " + storage);
            }
        } finally {
            delete(directory);
        }
    }

    private static EmbeddedPostgres server(Path directory) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("postgres"))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("shared_buffers", "2GB")
                .setServerConfig("max_wal_size", "8GB")
                .start();
    }

    private static String url(EmbeddedPostgres server) {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort());
    }

    private void run(String storage) throws InterruptedException, ExecutionException, SQLException {
        IO.println("%s, %,d jobs, heap of %d MB%n".formatted(
                storage, count, Runtime.getRuntime().maxMemory() >> 20));
        fill();
        QueryClass.all().forEach(this::warmUp);
        IO.println(
                """

                | listing | p50 ms | p99 ms | examined | naive p50 ms | naive / p50 |
                |---|---|---|---|---|---|""");
        QueryClass.all().forEach(this::measure);
        IO.println("");
        QueryClass.all().stream().filter(query -> !query.deep()).forEach(this::walk);
    }

    private void fill() throws InterruptedException, ExecutionException {
        var record = new RecordProcessingJobs(measured.store());
        var jobs = new RealisticJobs(count);
        int more = Math.min(100_000, count / 10);
        print("into the empty store", count - more, () -> record.inBulk(
                () -> write(record, jobs, 0, count - more)));
        print("into the filled store", more, () -> write(record, jobs, count - more, count));
    }

    private static void print(String what, int rows, Runnable work) {
        long begun = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        IO.println(
                String.format(
                        Locale.ROOT,
                        "%s: %,d jobs in %.1f s, %,.0f jobs/s",
                        what,
                        rows,
                        seconds,
                        rows / seconds));
    }

    private static void write(RecordProcessingJobs record, RealisticJobs jobs, int from, int to) {
        var next = new AtomicInteger(from);
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                all.add(writers.submit(() -> {
                    for (int at; (at = next.getAndAdd(BATCH)) < to; ) {
                        record.record(jobs.jobs(at, Math.min(to, at + BATCH)));
                    }
                }));
            }
            for (Future<?> writer : all) {
                writer.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// So that no kind pays for what the JVM and the database do once.
    private void warmUp(QueryClass kind) {
        Optional<Position> from = Optional.empty();
        for (int page = 0; page < WARM_UP; page++) {
            from = next(kind, measured.store().find(kind.query().select(from, PAGE + 1), BUDGET));
        }
    }

    private void measure(QueryClass kind) {
        Optional<Position> begin = kind.deep() ? Optional.of(middle(kind)) : Optional.empty();
        List<Double> times = new ArrayList<>();
        List<Integer> examined = new ArrayList<>();
        Optional<Position> from = begin;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int page = 0; goesOn(page, deadline); page++) {
            var selection = kind.query().select(from, PAGE + 1);
            long begun = System.nanoTime();
            Slice slice = measured.store().find(selection, BUDGET);
            double millis = (System.nanoTime() - begun) / 1e6;
            if (page >= WARM_UP || times.isEmpty()) {
                times.add(millis);
            }
            if (page % 20 == 0) {
                examined.add(measured.examined(selection, BUDGET));
            }
            from = next(kind, slice).or(() -> begin);
        }
        double naive = naive(kind);
        double p50 = quantile(times, 0.5);
        IO.println(String.format(
                Locale.ROOT, "| %s | %.2f | %.2f | %,d | %.2f | %.1f |",
                kind.label(), p50, quantile(times, 0.99),
                Collections.max(examined), naive, naive / p50));
    }

    private static boolean goesOn(int page, long deadline) {
        return page < 3 || (page < WARM_UP + PAGES && System.nanoTime() < deadline);
    }

    private static Optional<Position> next(QueryClass kind, Slice slice) {
        return switch (slice) {
            case Slice.Stopped stopped -> Optional.of(stopped.lastExamined());
            case Slice.Full full ->
                    full.jobs().size() > PAGE
                            ? Optional.of(
                                    kind.query().ordering().positionOf(full.jobs().get(PAGE - 1)))
                            : Optional.empty();
        };
    }

    private double naive(QueryClass kind) {
        List<Double> times = new ArrayList<>();
        long size = measured.size(kind.query());
        long offset = kind.deep() ? size / 2 : 0;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int page = 0; goesOn(page, deadline); page++) {
            long begun = System.nanoTime();
            int rows = measured.naive(kind.query(), offset, PAGE + 1);
            if (page >= WARM_UP || times.size() < 3) {
                times.add((System.nanoTime() - begun) / 1e6);
            }
            offset = rows > PAGE ? offset + PAGE : kind.deep() ? size / 2 : 0;
        }
        return quantile(times, 0.5);
    }

    /// Where the middle of all jobs lies in a listing of them.
    private Position middle(QueryClass kind) {
        return measured.place(kind.query().ordering(), count / 2);
    }

    private void walk(QueryClass kind) {
        long size = measured.size(kind.query());
        if (size > 50_000) {
            return;
        }
        Optional<Position> from = Optional.empty();
        long met = 0;
        int pages = 0;
        double longest = 0;
        do {
            long begun = System.nanoTime();
            Slice slice = measured.store().find(kind.query().select(from, PAGE + 1), BUDGET);
            longest = Math.max(longest, (System.nanoTime() - begun) / 1e6);
            from = next(kind, slice);
            met += Math.min(PAGE, slice.jobs().size());
            pages++;
        } while (from.isPresent());
        IO.println(String.format(
                Locale.ROOT, "%s: %,d of %,d jobs in %,d slices, the longest of %.0f ms",
                kind.label(), met, size, pages, longest));
    }

    private static double quantile(List<Double> times, double q) {
        var sorted = times.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(q * sorted.size())));
    }

    private static void delete(Path directory) throws IOException {
        List<Path> paths;
        try (var walk = Files.walk(directory)) {
            paths = walk.sorted(Collections.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
