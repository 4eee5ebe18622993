package dev.rollcall.jdbc.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.jdbc.sql.SqlStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// What was acknowledged is there after the process was killed, in the table and in every index.
class H2KillTest {

    private static final int KILLS = 20;

    @TempDir private Path directory;

    @Test
    @Timeout(900)
    void a_kill_amid_eight_writers_loses_nothing_that_was_acknowledged() throws Exception {
        Map<String, Long> acknowledged = new HashMap<>();
        int rebuilt = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            writeUntilKilled(kill, acknowledged);
            var database = H2Database.open(new H2File(directory));
            try (var _ = new SqlStore(database)) {
                rebuilt += database.check().orElseThrow().torn().size();
                assertThat(kept(database))
                        .as("kill %d", kill)
                        .allSatisfy(
                                (name, modified) ->
                                        assertThat(modified)
                                                .isGreaterThanOrEqualTo(
                                                        acknowledged.getOrDefault(name, 0L)))
                        .containsKeys(acknowledged.keySet().toArray(String[]::new));
            }
            try (var connection =
                    DriverManager.getConnection(new H2File(directory).url(), "sa", "")) {
                assertThat(IndexCheck.run(connection).torn()).as("kill %d", kill).isEmpty();
            }
        }
        System.out.printf(
                "%d kills, %d jobs acknowledged, %d indexes rebuilt%n",
                KILLS, acknowledged.size(), rebuilt);
    }

    private void writeUntilKilled(int kill, Map<String, Long> acknowledged) throws Exception {
        Process process = WritingProcess.start(directory, "job-" + kill);
        try (var lines = process.inputReader()) {
            take(lines.readLine(), acknowledged);
            var killer = killer(process, Duration.ofMillis(100 + new Random(kill).nextInt(500)));
            for (String line; (line = lines.readLine()) != null; ) {
                take(line, acknowledged);
            }
            killer.join();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /// Through the handle: the process itself would close the pipe with what is yet unread.
    private static Thread killer(Process process, Duration after) {
        return Thread.ofVirtual()
                .start(
                        () -> {
                            LockSupport.parkNanos(after.toNanos());
                            process.toHandle().destroyForcibly();
                        });
    }

    private static void take(String line, Map<String, Long> acknowledged) {
        WritingProcess.acknowledged(line)
                .ifPresent(job -> acknowledged.merge(job.getKey(), job.getValue(), Math::max));
    }

    private static Map<String, Long> kept(H2Database database) {
        return database.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery("SELECT name, modified FROM job")
                                        .reduceRows(
                                                new HashMap<>(),
                                                (all, row) -> {
                                                    all.put(
                                                            row.getColumn("name", String.class),
                                                            row.getColumn("modified", Long.class));
                                                    return all;
                                                }));
    }
}
