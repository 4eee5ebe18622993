package dev.rollcall.mongo;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.SCOPE;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.application.PartlyStored;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.contract.StoredJobs;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.mongo.FaultyWire.Fate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What becomes of jobs and of callers when the wire to the server fails.
@Timeout(60)
class FaultsTest {

    private static final List<ProcessingJob> JOBS =
            IntStream.range(0, 20).mapToObj(i -> job("job-%02d".formatted(i)).build()).toList();

    private TestServer server;
    private FaultyWire wire;

    @BeforeEach
    void connect() throws IOException {
        server = TestServer.start();
        wire = FaultyWire.to(server.port());
    }

    @AfterEach
    void disconnect() {
        wire.close();
        server.close();
    }

    private MongoStore store(Duration callTimeout) {
        return MongoStore.open(
                "mongodb://127.0.0.1:%d/rollcall?timeoutMS=%d"
                        .formatted(wire.port(), callTimeout.toMillis()));
    }

    @Test
    void a_write_whose_answer_is_lost_is_unavailable_and_can_be_repeated() {
        try (var store = store(Duration.ofSeconds(30))) {
            wire.meet(once("jobs\0", "insert", Fate.ANSWER_IS_CUT));
            assertThatExceptionOfType(StorageUnavailable.class)
                    .isThrownBy(() -> store.upsert(JOBS));
            assertThat(store.upsert(JOBS)).as("all of it was written before").isZero();
            assertThat(StoredJobs.in(store)).containsExactlyElementsOf(JOBS);
        }
    }

    @Test
    void what_was_acknowledged_before_a_failure_in_the_same_hand_over_is_counted() {
        List<ProcessingJob> many =
                IntStream.range(0, 2 * Batch.MAX_SIZE + 1)
                        .mapToObj(i -> job("job-" + (10_000 + i)).build())
                        .toList();
        try (var store = store(Duration.ofSeconds(30))) {
            var updates = new AtomicInteger();
            wire.meet(
                    request ->
                            request.contains("insert") && updates.incrementAndGet() == 2
                                    ? Fate.BREAKS
                                    : Fate.PASSES);
            assertThatExceptionOfType(PartlyStored.class)
                    .isThrownBy(() -> store.upsert(many))
                    .satisfies(it -> assertThat(it.changed()).isEqualTo(Batch.MAX_SIZE));
            assertThat(StoredJobs.in(store)).hasSize(Batch.MAX_SIZE);
        }
    }

    @Test
    void a_write_that_never_arrived_is_unavailable_and_can_be_repeated() {
        try (var store = store(Duration.ofSeconds(30))) {
            wire.meet(once("jobs\0", "insert", Fate.BREAKS));
            assertThatExceptionOfType(StorageUnavailable.class)
                    .isThrownBy(() -> store.upsert(JOBS));
            assertThat(store.upsert(JOBS)).isEqualTo(JOBS.size());
            assertThat(StoredJobs.in(store)).containsExactlyElementsOf(JOBS);
        }
    }

    /// The driver asks again by itself, once.
    @Test
    void a_listing_whose_answer_is_lost_is_asked_for_again() {
        try (var store = store(Duration.ofSeconds(30))) {
            store.upsert(JOBS);
            wire.meet(once("jobs\0", "find", Fate.ANSWER_IS_CUT));
            assertThat(StoredJobs.in(store)).containsExactlyElementsOf(JOBS);
        }
    }

    @Test
    void where_no_answer_comes_the_deadline_ends_the_wait() {
        try (var store = store(Duration.ofSeconds(2))) {
            wire.meet(_ -> Fate.VANISHES);
            assertThatExceptionOfType(StorageUnavailable.class)
                    .isThrownBy(() -> StoredJobs.in(store));
            assertThatExceptionOfType(StorageUnavailable.class)
                    .isThrownBy(() -> store.upsert(JOBS));
            assertThatExceptionOfType(StorageUnavailable.class)
                    .isThrownBy(() -> store.readAll(_ -> {}));
        }
    }

    @Test
    void a_server_that_comes_back_is_found_again() {
        try (var store = store(Duration.ofSeconds(4))) {
            store.upsert(JOBS);
            wire.meet(_ -> Fate.BREAKS);
            wire.cut();
            assertThatExceptionOfType(StorageUnavailable.class)
                    .isThrownBy(() -> StoredJobs.in(store));
            wire.meet(_ -> Fate.PASSES);
            assertThat(eventually(store)).containsExactlyElementsOf(JOBS);
        }
    }

    @Test
    void a_server_that_is_not_there_is_unavailable() {
        wire.close();
        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() -> store(Duration.ofSeconds(2)));
    }

    @Test
    void a_job_that_moves_between_finding_and_loading_costs_no_other_its_place() {
        var moved =
                job("job-02")
                        .status(ProcessingJobStatus.STOPPED)
                        .modified(CREATED.plusSeconds(1))
                        .build();
        try (var store = store(Duration.ofSeconds(30));
                var writer = store(Duration.ofSeconds(30))) {
            store.upsert(JOBS);
            wire.meet(
                    before(
                            "$in",
                            () -> {
                                wire.meet(_ -> Fate.PASSES);
                                writer.upsert(List.of(moved));
                            }));
            List<ProcessingJob> expected = new ArrayList<>(JOBS);
            expected.remove(2);
            expected.add(moved);
            var byStatus =
                    new ListingQuery(
                            SCOPE, List.of(), new Ordering(SortKey.STATUS, SortOrder.ASCENDING));
            var first = byStatus.select(Optional.empty(), 3);
            var slice = store.find(first, AMPLE);
            assertThat(slice)
                    .isEqualTo(
                            new Slice.Stopped(
                                    JOBS.subList(0, 2),
                                    byStatus.ordering().positionOf(JOBS.get(2))));
            var rest =
                    byStatus.select(Optional.of(byStatus.ordering().positionOf(JOBS.get(2))), 99);
            assertThat(store.find(rest, AMPLE).jobs())
                    .containsExactlyElementsOf(expected.subList(2, 20));
        }
    }

    private static final WorkBudget AMPLE = new WorkBudget(Integer.MAX_VALUE, Duration.ofHours(1));

    private static Function<String, Fate> once(String collection, String command, Fate fate) {
        var met = new AtomicBoolean();
        return message ->
                message.contains(command)
                                && message.contains(collection)
                                && met.compareAndSet(false, true)
                        ? fate
                        : Fate.PASSES;
    }

    private static Function<String, Fate> before(String text, Runnable act) {
        return message -> {
            if (message.contains(text)) {
                act.run();
            }
            return Fate.PASSES;
        };
    }

    /// The driver looks for a lost server in steps of its own, half a second at the least.
    private static List<ProcessingJob> eventually(MongoStore store) {
        while (true) {
            try {
                return StoredJobs.in(store);
            } catch (StorageUnavailable _) {
                Thread.onSpinWait();
            }
        }
    }
}
