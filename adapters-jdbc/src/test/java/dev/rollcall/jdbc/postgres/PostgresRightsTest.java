package dev.rollcall.jdbc.postgres;

import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.StoredJobs;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.jdbc.PostgresStore;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/// A store works with whatever rights it has on a database.
@Timeout(60)
class PostgresRightsTest {

    private static final List<ProcessingJob> JOBS =
            IntStream.range(0, 50).mapToObj(i -> job("job-%02d".formatted(i)).build()).toList();

    private final String url = PostgresServer.newDatabase();
    private final Jdbi database = Jdbi.create(url, PostgresServer.USER, "");

    @Test
    void without_the_right_to_create_an_extension_a_store_opens_and_logs_what_gets_slower() {
        String role = "narrow_" + System.nanoTime();
        database.useHandle(
                handle ->
                        handle.createScript(
                                        """
                                        CREATE ROLE %1$s LOGIN;
                                        CREATE SCHEMA rollcall AUTHORIZATION %1$s\
                                        """
                                                .formatted(role))
                                .execute());
        var said = new ByteArrayOutputStream();
        var standard = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try (var store = PostgresStore.open(url, role, "")) {
            assertThat(said.toString(StandardCharsets.UTF_8))
                    .contains("WARN", "NameContains", "CREATE EXTENSION pg_trgm");
            assertThat(PostgresServer.indexes(url))
                    .containsExactlyElementsOf(
                            PostgresServer.INDEXES.subList(0, PostgresServer.INDEXES.size() - 1));
            store.upsert(JOBS);
            assertThat(StoredJobs.in(store, new Criterion.NameContains("b-1")))
                    .isEqualTo(JOBS.subList(10, 20));
            PostgresStore.open(url, PostgresServer.USER, "").close();
            assertThat(PostgresServer.indexes(url)).isEqualTo(PostgresServer.INDEXES);
            assertThat(StoredJobs.in(store, new Criterion.NameContains("b-1")))
                    .isEqualTo(JOBS.subList(10, 20));
        } finally {
            System.setErr(standard);
        }
    }

    @Test
    void a_role_that_may_only_read_and_write_stores_jobs_one_by_one_and_in_bulk() {
        PostgresStore.open(url, PostgresServer.USER, "").close();
        String role = "writer_" + System.nanoTime();
        database.useHandle(
                handle ->
                        handle.createScript(
                                        """
                                        CREATE ROLE %1$s LOGIN;
                                        GRANT USAGE ON SCHEMA rollcall TO %1$s;
                                        GRANT SELECT, INSERT, UPDATE
                                            ON ALL TABLES IN SCHEMA rollcall TO %1$s\
                                        """
                                                .formatted(role))
                                .execute());
        try (var store = PostgresStore.open(url, role, "")) {
            store.inBulk(() -> assertThat(store.upsert(JOBS.subList(0, 20))).isEqualTo(20));
            store.inBulk(() -> assertThat(store.upsert(JOBS.subList(10, 40))).isEqualTo(20));
            assertThat(store.upsert(JOBS)).isEqualTo(10);
            assertThat(StoredJobs.in(store)).isEqualTo(JOBS);
            assertThat(PostgresServer.indexes(url)).isEqualTo(PostgresServer.INDEXES);
        }
    }
}
