package dev.rollcall.jdbc.postgres;

import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.contract.StoredJobs;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.jdbc.PostgresStore;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.stream.IntStream;

/// Indexes that a database lacks when a store is opened.
@Timeout(60)
class PostgresMissingIndexesTest {

    private static final List<ProcessingJob> JOBS =
            IntStream.range(0, 50).mapToObj(i -> job("job-%02d".formatted(i)).build()).toList();

    private final String url = PostgresServer.newDatabase();
    private final Jdbi database = Jdbi.create(url, PostgresServer.USER, "");

    @Test
    void indexes_that_are_missing_are_built_when_a_store_is_opened() {
        open().close();
        drop(PostgresServer.INDEXES.stream().filter(name -> !name.equals("job_by_name")).toList());
        open().close();
        assertThat(indexes()).containsExactlyElementsOf(PostgresServer.INDEXES);
        drop(List.of("job_by_modification"));
        open().close();
        assertThat(indexes()).containsExactlyElementsOf(PostgresServer.INDEXES);
    }

    @Test
    void an_index_of_texts_of_which_half_was_built_is_completed_or_dropped_for_a_bulk() {
        open().close();
        buildHalfOfTexts();
        open().close();
        assertThat(indexes()).containsExactlyElementsOf(PostgresServer.INDEXES);
        try (var store = open()) {
            buildHalfOfTexts();
            store.inBulk(
                    () -> {
                        assertThat(hasHalfOfTexts()).isFalse();
                        store.upsert(JOBS);
                    });
            assertThat(indexes()).containsExactlyElementsOf(PostgresServer.INDEXES);
            assertThat(StoredJobs.in(store, new Criterion.NameContains("job-4")))
                    .isEqualTo(JOBS.subList(40, 50));
        }
    }

    /// As a process leaves it that is killed meanwhile.
    private void buildHalfOfTexts() {
        drop(List.of("job_name_by_text"));
        database.useHandle(
                handle ->
                        handle.execute(
                                """
                                CREATE INDEX job_name_0_by_text
                                ON rollcall.job_name_0
                                USING gin (name rollcall.gin_trgm_ops)\
                                """));
    }

    private boolean hasHalfOfTexts() {
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT to_regclass('rollcall.job_name_0_by_text')
                                            IS NOT NULL\
                                        """)
                                .mapTo(Boolean.class)
                                .one());
    }

    @Test
    void a_store_opens_while_another_one_builds_the_indexes() {
        open().close();
        drop(List.of("job_by_creation", "job_name_by_text"));
        database.useHandle(
                handle -> {
                    handle.execute("SELECT pg_advisory_lock(?)", PostgresIndexes.BUILDER);
                    try (var store = open()) {
                        store.upsert(JOBS);
                        assertThat(StoredJobs.in(store)).isEqualTo(JOBS);
                        assertThat(StoredJobs.in(store, new Criterion.NameContains("job-4")))
                                .isEqualTo(JOBS.subList(40, 50));
                    }
                });
    }

    private ProcessingJobStore open() {
        return PostgresStore.open(url, PostgresServer.USER, "");
    }

    private void drop(List<String> indexes) {
        database.useHandle(
                handle -> indexes.forEach(index -> handle.execute("DROP INDEX rollcall." + index)));
    }

    private List<String> indexes() {
        return PostgresServer.indexes(url);
    }
}
