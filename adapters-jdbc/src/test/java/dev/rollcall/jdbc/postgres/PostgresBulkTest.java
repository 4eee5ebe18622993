package dev.rollcall.jdbc.postgres;

import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.jdbc.PostgresStore;
import dev.rollcall.jdbc.sql.BulkContract;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class PostgresBulkTest extends BulkContract {

    private final String url = PostgresServer.newDatabase();

    @Override
    protected ProcessingJobStore open() {
        return PostgresStore.open(url, PostgresServer.USER, "");
    }

    @Test
    void a_bulk_into_an_empty_store_builds_all_indexes_except_that_of_names_last() {
        try (var store = open()) {
            var before = indexes();
            store.inBulk(
                    () -> {
                        assertThat(indexes()).containsExactly("job_by_name");
                        store.upsert(JOBS);
                        assertLists(store, JOBS);
                    });
            assertThat(indexes()).hasSizeGreaterThan(1).isEqualTo(before);
        }
    }

    @Test
    void a_bulk_that_fails_builds_them_too() {
        try (var store = open()) {
            var before = indexes();
            assertThatThrownBy(() -> store.inBulk(PostgresBulkTest::breakOff))
                    .hasMessage("no more");
            assertThat(indexes()).isEqualTo(before);
        }
    }

    @Test
    void a_bulk_into_a_store_with_jobs_drops_no_index() {
        try (var store = open()) {
            var before = indexes();
            store.upsert(JOBS);
            store.inBulk(() -> assertThat(indexes()).isEqualTo(before));
        }
    }

    @Test
    void jobs_that_another_rollcall_records_meanwhile_are_replaced_only_by_newer_records() {
        try (var store = open();
                var other = open()) {
            store.inBulk(
                    () -> {
                        assertThat(other.upsert(LATER.subList(0, 100))).isEqualTo(100);
                        assertThat(store.upsert(JOBS.subList(0, 300))).isEqualTo(200);
                        assertThat(other.upsert(LATER)).isEqualTo(400);
                        assertThat(store.upsert(JOBS)).isZero();
                    });
            assertLists(other, LATER);
        }
    }

    @Test
    void a_bulk_leaves_no_name_waiting_for_the_index_of_texts() {
        try (var store = open()) {
            store.upsert(JOBS.subList(0, 1));
            store.inBulk(
                    () -> {
                        store.upsert(JOBS);
                        assertThat(waiting()).isPositive();
                        store.upsert(manyJobs());
                    });
            assertThat(waiting()).isZero();
        }
    }

    @Test
    void outside_of_a_bulk_few_names_wait_for_the_index_of_texts() {
        try (var store = open()) {
            store.upsert(manyJobs());
            assertThat(waiting()).isBetween(0, 2 * 512 / 8);
        }
    }

    @Test
    void summaries_touch_no_table_of_details() {
        try (var store = open()) {
            database().useHandle(handle -> handle.execute("DROP TABLE rollcall.job_details"));
            store.upsert(JOBS.subList(0, 1));
            store.inBulk(() -> store.upsert(JOBS));
            assertThat(store.upsert(LATER)).isEqualTo(500);
            assertLists(store, LATER);
        }
    }

    private static List<ProcessingJob> manyJobs() {
        return IntStream.range(0, 10_000).mapToObj(i -> job("another-" + i).build()).toList();
    }

    /// How many pages wait; then none do any more.
    private int waiting() {
        return database()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                SELECT gin_clean_pending_list('rollcall.job_name_0_by_text')
                                                    + gin_clean_pending_list('rollcall.job_name_1_by_text')\
                                                """)
                                        .mapTo(Integer.class)
                                        .one());
    }

    private Jdbi database() {
        return Jdbi.create(url, PostgresServer.USER, "");
    }

    private static void breakOff() {
        throw new IllegalStateException("no more");
    }

    private List<String> indexes() {
        return PostgresServer.indexes(url);
    }
}
