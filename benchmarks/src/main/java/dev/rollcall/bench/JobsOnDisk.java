package dev.rollcall.bench;

import dev.rollcall.jdbc.H2Store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Realistic jobs in the data directory of a server.
public final class JobsOnDisk {

    private static final int BATCH = 1_000;

    private JobsOnDisk() {}

    /// Records jobs into a new database on H2.
    ///
    /// @param data the directory, which is created
    /// @param count how many
    public static void create(Path data, int count) throws IOException {
        Files.createDirectories(data);
        var jobs = new RealisticJobs(count);
        try (var store = H2Store.open(data)) {
            store.inBulk(
                    () -> {
                        for (int from = 0; from < count; from += BATCH) {
                            store.upsert(jobs.jobs(from, Math.min(count, from + BATCH)));
                        }
                    });
        }
    }
}
