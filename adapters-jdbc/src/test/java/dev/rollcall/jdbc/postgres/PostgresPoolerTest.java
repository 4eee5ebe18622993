package dev.rollcall.jdbc.postgres;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.StorageUnsuitable;
import dev.rollcall.contract.StoredJobs;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.jdbc.PostgresStore;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Behind a pooler that gives each transaction another session, a store works as it does elsewhere,
/// and leaves nothing behind for whoever gets the session next.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PostgresPoolerTest {

    private static final String REMAINS =
            """
            SELECT 'setting ' || name FROM pg_settings
                WHERE source = 'session' AND name <> 'transaction_isolation'
            UNION ALL SELECT 'statement ' || statement FROM pg_prepared_statements
            UNION ALL SELECT 'lock ' || objid FROM pg_locks
                WHERE locktype = 'advisory' AND pid = pg_backend_pid()\
            """;

    private static final List<ProcessingJob> JOBS = jobs(50);

    private final String url = PostgresServer.newDatabase();
    private SharedSessions pooler;

    @BeforeEach
    void start() throws IOException {
        pooler = new SharedSessions(url);
    }

    @AfterEach
    void stop() throws IOException {
        pooler.close();
    }

    @Test
    void a_store_lists_writes_and_exports_and_leaves_nothing_in_a_session() {
        open(url).close();
        try (var store = open(pooler.url())) {
            for (int i = 0; i < 20; i++) {
                store.upsert(List.of(newer(JOBS.get(i % 5), i)));
                store.upsert(JOBS);
                assertThat(StoredJobs.in(store, new Criterion.NameContains("job-4")))
                        .isEqualTo(JOBS.subList(40, 50));
            }
            assertThat(StoredJobs.in(store)).hasSameSizeAs(JOBS);
            List<ProcessingJob> exported = new ArrayList<>();
            store.readAll(it -> exported.add(it.job()));
            assertThat(exported).hasSameSizeAs(JOBS);
            assertThat(store.readScopes()).hasSize(1);
            assertThat(remains()).isEmpty();
        }
    }

    @Test
    void a_bulk_into_an_empty_store_builds_its_indexes_last_and_leaves_nothing_in_a_session() {
        open(url).close();
        try (var store = open(pooler.url())) {
            store.inBulk(
                    () -> {
                        assertThat(PostgresServer.indexes(url)).containsExactly("job_by_name");
                        store.upsert(JOBS);
                    });
            assertThat(StoredJobs.in(store)).isEqualTo(JOBS);
            assertThat(PostgresServer.indexes(url)).isEqualTo(PostgresServer.INDEXES);
            assertThat(remains()).isEmpty();
        }
    }

    /// Who updates it sets the search path of a session, which a neighbour would get.
    @Test
    void a_schema_that_is_missing_or_old_is_refused_with_what_to_do() {
        assertRefused("The schema 'rollcall' is not there yet", pooler.url());
        assertRefused("The schema 'rollcall' is not there yet", url + "?prepareThreshold=0");
        open(url).close();
        Jdbi.create(url, PostgresServer.USER, "")
                .useHandle(
                        handle ->
                                handle.execute(
                                        "DELETE FROM rollcall.flyway_schema_history"
                                                + " WHERE version::int > 1"));
        assertRefused("The schema 'rollcall' is that of an older Rollcall", pooler.url());
        assertThat(remains()).isEmpty();
    }

    private static void assertRefused(String message, String url) {
        assertThatThrownBy(() -> open(url))
                .isInstanceOfSatisfying(
                        StorageUnsuitable.class,
                        refused ->
                                assertThat(refused.recommendedAction())
                                        .contains("a --url that leads to the server itself"))
                .hasMessageStartingWith(message);
    }

    @Test
    void the_number_of_the_last_migration_is_known() {
        open(url).close();
        assertThat(SchemaVersion.of(Jdbi.create(url, PostgresServer.USER, "")))
                .isEqualTo(SchemaVersion.NEWEST);
    }

    @Test
    void a_pooler_is_met_and_a_server_is_not_taken_for_one() {
        assertThat(connections(pooler.url()).examined().pooled()).isTrue();
        assertThat(connections(url).examined().pooled()).isFalse();
        assertThat(connections(url + "?prepareThreshold=0").examined().pooled()).isTrue();
        assertThat(connections(url + "?prepareThreshold=5").examined().pooled()).isFalse();
    }

    private static PostgresConnections connections(String url) {
        return PostgresServer.connections(url, PostgresTimeouts.DEFAULT);
    }

    /// What there is in each of the sessions, which are held all at once.
    private List<String> remains() {
        var jdbi =
                Jdbi.create(
                        pooler.url() + "?prepareThreshold=0&assumeMinServerVersion=15",
                        PostgresServer.USER,
                        "");
        List<Handle> handles = Stream.generate(jdbi::open).limit(SharedSessions.COUNT).toList();
        handles.forEach(Handle::begin);
        var found =
                handles.stream()
                        .flatMap(it -> it.createQuery(REMAINS).mapTo(String.class).list().stream())
                        .toList();
        handles.forEach(Handle::commit);
        handles.forEach(Handle::close);
        return found;
    }

    private static ProcessingJobStore open(String url) {
        return PostgresStore.open(url, PostgresServer.USER, "");
    }

    private static ProcessingJob newer(ProcessingJob job, int i) {
        return job(job.name().value()).modified(CREATED.plusMillis(i)).build();
    }

    private static List<ProcessingJob> jobs(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> job("job-%02d".formatted(i)).build())
                .toList();
    }
}
