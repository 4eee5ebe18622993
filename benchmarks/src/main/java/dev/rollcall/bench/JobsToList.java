package dev.rollcall.bench;

import dev.rollcall.application.RecordProcessingJobs;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// A store of realistic jobs in a directory that is gone when it is closed.
final class JobsToList implements AutoCloseable {

    private static final int BATCH = 10_000;
    private static final int WRITERS = 3;

    private final Path directory;
    private final Closeable server;
    private final MeasuredStore measured;
    private final RecordProcessingJobs record;
    private final RealisticJobs jobs;

    private JobsToList(
            Path directory, Closeable server, MeasuredStore measured, RealisticJobs jobs) {
        this.directory = directory;
        this.server = server;
        this.measured = measured;
        this.record = new RecordProcessingJobs(measured.store());
        this.jobs = jobs;
    }

    /// An empty store.
    ///
    /// @param storage `h2` or `postgres`
    /// @param count how many jobs it is for
    static JobsToList in(String storage, int count) throws IOException, SQLException {
        Path directory = Files.createTempDirectory("rollcall-listings-");
        var jobs = new RealisticJobs(count);
        return switch (storage) {
            case "h2" -> new JobsToList(directory, () -> {}, MeasuredStore.h2(directory), jobs);
            case "postgres" -> {
                var server = PostgresServer.start(directory.resolve("postgres"));
                var url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort());
                yield new JobsToList(
                        directory, server, MeasuredStore.postgres(url, "postgres"), jobs);
            }
            default -> throw new IllegalArgumentException("h2 or postgres, not " + storage);
        };
    }

    MeasuredStore measured() {
        return measured;
    }

    /// Records the jobs numbered `from` to `to`, the latter excluded, as an import does, but with
    /// several writers.
    void add(int from, int to) {
        record.inBulk(() -> write(from, to));
    }

    private void write(int from, int to) {
        var next = new AtomicInteger(from);
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                all.add(
                        writers.submit(
                                () -> {
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

    @Override
    public void close() throws IOException {
        measured.close();
        server.close();
        List<Path> paths;
        try (var walk = Files.walk(directory)) {
            paths = walk.sorted(Collections.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
