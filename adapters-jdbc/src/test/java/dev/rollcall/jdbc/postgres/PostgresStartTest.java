package dev.rollcall.jdbc.postgres;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.StorageUnsuitable;
import dev.rollcall.contract.StoredJobs;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.jdbc.PostgresStore;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Any number of Rollcalls start on one database, in any order.
@Timeout(60)
class PostgresStartTest {

    private static final int REPLICAS = 4;

    private static final List<ProcessingJob> JOBS =
            IntStream.range(0, 50).mapToObj(i -> job("job-%02d".formatted(i)).build()).toList();

    private final String url = PostgresServer.newDatabase();
    private final Jdbi database = Jdbi.create(url, PostgresServer.USER, "");

    @Test
    void replicas_that_start_together_on_an_empty_database_all_work() throws Exception {
        List<ProcessingJobStore> stores = together(this::open);
        assertThat(PostgresServer.indexes(url)).containsExactlyElementsOf(PostgresServer.INDEXES);
        for (int i = 0; i < REPLICAS; i++) {
            stores.get(i).upsert(List.of(JOBS.get(i)));
        }
        for (ProcessingJobStore store : stores) {
            assertThat(StoredJobs.in(store)).isEqualTo(JOBS.subList(0, REPLICAS));
            store.close();
        }
    }

    @Test
    void of_records_that_several_write_at_once_the_newest_stay() throws Exception {
        try (var one = open();
                var other = open()) {
            List<Callable<Integer>> writers = new ArrayList<>();
            for (int writer = 0; writer < REPLICAS; writer++) {
                int first = writer;
                var store = writer % 2 == 0 ? one : other;
                writers.add(
                        () ->
                                IntStream.range(0, 20)
                                        .map(i -> store.upsert(state(first + REPLICAS * i)))
                                        .sum());
            }
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var outcome : executor.invokeAll(writers)) {
                    assertThat(outcome.get()).isNotNegative();
                }
            }
            var newest = state(REPLICAS * 20 - 1);
            assertThat(StoredJobs.in(one)).isEqualTo(newest);
            assertThat(StoredJobs.in(other)).isEqualTo(newest);
            assertThat(StoredJobs.in(other, new Criterion.NameContains("job-"))).isEqualTo(newest);
        }
    }

    private static List<ProcessingJob> state(int i) {
        return JOBS.stream()
                .map(
                        job ->
                                job(job.name().value())
                                        .modified(CREATED.plusMillis(i))
                                        .exitMessage("state " + i)
                                        .build())
                .toList();
    }

    @Test
    void a_server_of_a_version_that_is_too_old_is_refused() {
        assertThatThrownBy(() -> PostgresConnections.refuseOlderThanOldest(14))
                .isInstanceOfSatisfying(
                        StorageUnsuitable.class,
                        refused ->
                                assertThat(refused.recommendedAction())
                                        .startsWith("upgrade the server"))
                .hasMessage("The server is PostgreSQL 14; Rollcall needs 15 or later.");
        assertThatCode(() -> PostgresConnections.refuseOlderThanOldest(15))
                .doesNotThrowAnyException();
    }

    @Test
    void a_store_opens_while_the_tables_are_written_and_vacuumed() {
        open().close();
        database.useTransaction(
                handle -> {
                    handle.execute("LOCK TABLE rollcall.job IN SHARE UPDATE EXCLUSIVE MODE");
                    handle.execute("LOCK TABLE rollcall.job_name IN ROW EXCLUSIVE MODE");
                    try (var store = open()) {
                        store.upsert(JOBS);
                        assertThat(StoredJobs.in(store)).isEqualTo(JOBS);
                    }
                });
    }

    private ProcessingJobStore open() {
        return PostgresStore.open(url, PostgresServer.USER, "");
    }

    private static <T> List<T> together(Callable<T> call) throws Exception {
        var start = new CyclicBarrier(REPLICAS);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes =
                    Stream.generate(
                                    () ->
                                            executor.submit(
                                                    () -> {
                                                        start.await();
                                                        return call.call();
                                                    }))
                            .limit(REPLICAS)
                            .toList();
            List<T> results = new ArrayList<>();
            for (var outcome : outcomes) {
                results.add(outcome.get());
            }
            return results;
        }
    }
}
