package dev.rollcall.jdbc.h2;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.StoredJobs;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.jdbc.h2.WriteJournal.Event;
import dev.rollcall.jdbc.sql.SqlStore;
import dev.rollcall.plan.LateModification;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What was acknowledged is there after the power was cut, in the table and in every index.
///
/// A run is recorded, and the power is cut at many moments of it. The file is then in the directory
/// and so is the mark of an open database: [H2File] forces both before the first batch.
class H2PowerCutTest {

    private static final int BATCHES = 10;
    private static final int CUTS = 8;

    @TempDir private Path directory;

    private final Random random = new Random(1);
    private final Set<ProcessingJob> sent = new HashSet<>();

    /// The newest record of each job that was acknowledged before so many events.
    private final TreeMap<Integer, Map<ProcessingJobName, ProcessingJob>> acknowledged =
            new TreeMap<>(Map.of(0, Map.of()));

    private WriteJournal journal;
    private int reopened;

    @BeforeEach
    void recordRun() throws Exception {
        journal = RecordedFiles.begin();
        Map<ProcessingJobName, ProcessingJob> newest = new HashMap<>();
        try (var store = new SqlStore(H2Database.open(recorded("run")))) {
            for (int i = 0; i < BATCHES; i++) {
                var batch = batch(i);
                sent.addAll(batch.values());
                store.upsert(List.copyOf(batch.values()));
                newest.putAll(batch);
                acknowledged.put(journal.size(), Map.copyOf(newest));
            }
        }
    }

    private H2File recorded(String name) throws Exception {
        return new H2File(Files.createDirectory(directory.resolve(name)), RecordedFiles.NAME);
    }

    /// New jobs and newer records of old ones, which are late after a few batches.
    private Map<ProcessingJobName, ProcessingJob> batch(int number) {
        var statuses = ProcessingJobStatus.values();
        return IntStream.range(0, random.nextInt(1, 40))
                .mapToObj(_ -> job("job-" + random.nextInt(100)))
                .map(job -> job.modified(CREATED.plus(Duration.ofDays(number))))
                .map(job -> job.status(statuses[random.nextInt(statuses.length)]).build())
                .collect(
                        Collectors.toMap(
                                ProcessingJob::name, Function.identity(), (one, _) -> one));
    }

    /// With each acknowledgement, and while the store is closed.
    @Test
    void a_power_cut_that_drops_whatever_was_not_forced_loses_no_acknowledged_job()
            throws Exception {
        for (int at : acknowledged.keySet()) {
            assertSurvives(at, _ -> List.of());
        }
        for (int cut = 0; cut < CUTS; cut++) {
            assertSurvives(whileClosing(), _ -> List.of());
        }
    }

    private int whileClosing() {
        return random.nextInt(acknowledged.lastKey(), journal.size() + 1);
    }

    private int whileWriting() {
        return random.nextInt(acknowledged.higherKey(0), acknowledged.lastKey() + 1);
    }

    /// Earlier cuts may leave a file that does not open; nothing is acknowledged then.
    @Test
    void a_power_cut_that_leaves_any_part_of_what_was_not_forced_loses_no_acknowledged_job()
            throws Exception {
        for (int cut = 0; cut < CUTS; cut++) {
            assertSurvives(whileWriting(), this::anyPart);
            assertSurvives(whileClosing(), this::anyPart);
        }
    }

    /// Of each write all, a beginning, or nothing.
    private List<Event> anyPart(List<Event> events) {
        List<Event> survivors = new ArrayList<>();
        for (Event event : events) {
            switch (event) {
                case Event.Write(var position, var bytes) -> {
                    int length = Math.min(random.nextInt(2 * bytes.limit()), bytes.limit());
                    if (random.nextBoolean()) {
                        survivors.add(new Event.Write(position, bytes.slice(0, length)));
                    }
                }
                case Event.Truncate truncate -> {
                    if (random.nextBoolean()) {
                        survivors.add(truncate);
                    }
                }
                case Event.Force _ -> {}
            }
        }
        return survivors;
    }

    private void assertSurvives(int at, UnaryOperator<List<Event>> survivors) throws Exception {
        var file = recorded("reopened-" + reopened++);
        journal.leave(at, survivors, file.path());
        file.markOpen();
        RecordedFiles.begin();
        var database = H2Database.open(file);
        try (var store = new SqlStore(database)) {
            var jobs = StoredJobs.in(store);
            assertThat(jobs).as("after %d events", at).isSubsetOf(sent);
            assertNoneIsLost(acknowledged.floorEntry(at).getValue(), jobs, at);
            assertAgree(database, jobs);
        }
    }

    private static void assertNoneIsLost(
            Map<ProcessingJobName, ProcessingJob> acknowledged, List<ProcessingJob> jobs, int at) {
        Map<ProcessingJobName, ProcessingJob> found = new HashMap<>();
        jobs.forEach(job -> found.put(job.name(), job));
        assertThat(acknowledged)
                .as("acknowledged within %d events", at)
                .allSatisfy(
                        (name, job) ->
                                assertThat(found)
                                        .hasEntrySatisfying(
                                                name,
                                                now ->
                                                        assertThat(now.lastModifiedTime())
                                                                .isAfterOrEqualTo(
                                                                        job.lastModifiedTime())));
    }

    /// Every index has what its table has, and so has the table of late jobs.
    private static void assertAgree(H2Database database, List<ProcessingJob> jobs)
            throws SQLException {
        try (var connection = database.pool().getConnection()) {
            assertThat(IndexCheck.run(connection).rebuilt()).isEmpty();
        }
        var late =
                database.jdbi()
                        .withHandle(
                                handle ->
                                        handle.createQuery("SELECT name FROM late_job")
                                                .mapTo(String.class)
                                                .list());
        assertThat(late)
                .containsExactlyInAnyOrderElementsOf(
                        jobs.stream()
                                .filter(LateModification::isLate)
                                .map(job -> job.name().value())
                                .toList());
    }
}
