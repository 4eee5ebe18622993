package dev.rollcall.jdbc.h2;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.contract.StoredJobs;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.jdbc.sql.SqlStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// A disk of any size from one that barely holds an import to one that is far too small: what was
/// acknowledged is there, what is found is right or refused, and the import can be repeated.
///
/// Batches are so large that H2 writes amid them, and amid their commits.
class H2FullDiskTest {

    private static final int SIZES = 12;
    private static final int BATCHES = 2;
    private static final int BATCH = 1_500;

    @TempDir private Path directory;

    private final List<List<ProcessingJob>> batches =
            IntStream.range(0, BATCHES).mapToObj(H2FullDiskTest::batch).toList();

    @AfterEach
    void giveRoom() {
        SmallDisk.holdsAnything();
    }

    /// In an order of names, times and statuses that has nothing to do with one another.
    private static List<ProcessingJob> batch(int number) {
        var random = new Random(number);
        var statuses = ProcessingJobStatus.values();
        return IntStream.range(0, BATCH)
                .mapToObj(i -> job("job-%08x-%d-%d".formatted(random.nextInt(), number, i)))
                .map(job -> job.created(CREATED.plusSeconds(random.nextInt(1 << 20))))
                .map(job -> job.modified(CREATED.plusSeconds((1 << 20) + random.nextInt(1 << 20))))
                .map(job -> job.status(statuses[random.nextInt(statuses.length)]).build())
                .toList();
    }

    @Test
    @Timeout(600)
    void whatever_size_the_disk_has_no_acknowledged_job_is_lost_and_no_index_is_torn()
            throws Exception {
        long whole = sizeOfAWholeImport();
        var random = new Random(1);
        int answered = 0;
        for (int i = 0; i < SIZES; i++) {
            var file = file("disk-" + i);
            SmallDisk.holds((long) (whole * (i + random.nextDouble()) / SIZES));
            var acknowledged = importUntilFull(file);
            answered += answersRightlyOrNamesTheDisk(file, acknowledged) ? 1 : 0;
            SmallDisk.holdsAnything();
            assertMendedAndFitForAnotherImport(file, acknowledged);
        }
        assertThat(answered).as("answered while the disk was full").isPositive();
    }

    @Test
    void a_database_whose_last_writes_fail_is_checked_by_the_next_start() throws Exception {
        SmallDisk.holdsAnything();
        var file = file("last");
        try (var store = new SqlStore(H2Database.open(file))) {
            store.upsert(batches.getFirst());
            SmallDisk.takesNothing();
        }
        assertThat(file.wasLeftOpen()).isTrue();
        SmallDisk.holdsAnything();
        var database = H2Database.open(file);
        try (database) {
            assertThat(database.check()).isPresent();
            assertSound(database, batches.getFirst());
        }
    }

    /// An empty database in a directory of its own.
    private H2File file(String name) throws Exception {
        var empty = new H2File(directory.resolve("empty"), SmallDisk.NAME);
        if (!Files.exists(empty.path())) {
            H2Database.open(empty).close();
        }
        Path copy = Files.createDirectory(directory.resolve(name));
        Files.copy(empty.path(), copy.resolve("rollcall.mv.db"));
        return new H2File(copy, SmallDisk.NAME);
    }

    private long sizeOfAWholeImport() throws Exception {
        SmallDisk.holdsAnything();
        var file = file("whole");
        try (var store = new SqlStore(H2Database.open(file))) {
            batches.forEach(store::upsert);
            return file.size();
        }
    }

    /// Returns what was acknowledged.
    private List<ProcessingJob> importUntilFull(H2File file) throws Exception {
        List<ProcessingJob> acknowledged = new ArrayList<>();
        try {
            try (var store = new SqlStore(H2Database.open(file))) {
                for (var batch : batches) {
                    store.upsert(batch);
                    acknowledged.addAll(batch);
                }
            }
        } catch (StorageUnavailable e) {
            assertNamesTheDisk(e, file);
        }
        assertThat(file.wasLeftOpen()).as("the mark, %d B", file.size()).isTrue();
        return acknowledged;
    }

    private static void assertNamesTheDisk(StorageUnavailable failure, H2File file) {
        assertThat(failure)
                .hasMessageContaining(SmallDisk.FULL)
                .hasMessageContaining(file.path().toString());
    }

    private static boolean answersRightlyOrNamesTheDisk(
            H2File file, List<ProcessingJob> acknowledged) throws Exception {
        try {
            var database = H2Database.open(file);
            try (var _ = new SqlStore(database)) {
                assertSound(database, acknowledged);
            }
            return true;
        } catch (StorageUnavailable e) {
            assertNamesTheDisk(e, file);
            return false;
        }
    }

    private void assertMendedAndFitForAnotherImport(H2File file, List<ProcessingJob> acknowledged)
            throws Exception {
        var database = H2Database.open(file);
        try (var store = new SqlStore(database)) {
            assertSound(database, acknowledged);
            batches.forEach(store::upsert);
            assertSound(database, batches.stream().flatMap(List::stream).toList());
        }
        assertThat(file.wasLeftOpen()).isFalse();
        var again = H2Database.open(file);
        try (again) {
            assertThat(again.check()).as("what is left to mend").isEmpty();
        }
        Files.delete(file.path());
    }

    /// Reads as a listing does, and as an export.
    private static void assertSound(H2Database database, List<ProcessingJob> acknowledged)
            throws Exception {
        var store = new SqlStore(database);
        List<ProcessingJob> exported = new ArrayList<>();
        store.readAll(known -> exported.add(known.job()));
        assertThat(new HashSet<>(exported)).containsAll(acknowledged);
        assertThat(new HashSet<>(StoredJobs.in(store))).isEqualTo(new HashSet<>(exported));
        try (var connection = database.pool().getConnection()) {
            assertThat(IndexCheck.run(connection).torn()).isEmpty();
        }
    }
}
