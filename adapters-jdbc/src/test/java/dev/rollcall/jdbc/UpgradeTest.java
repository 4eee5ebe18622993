package dev.rollcall.jdbc;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.SCOPE;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.StoredJobs;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.TimeField;
import dev.rollcall.jdbc.h2.H2Database;
import dev.rollcall.jdbc.h2.H2File;
import dev.rollcall.plan.LateModification;

import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// A database that the first Rollcall made is brought up to date with all that is in it.
class UpgradeTest {

    /// Every other one is late.
    private static final List<ProcessingJob> JOBS =
            IntStream.range(0, 10).mapToObj(UpgradeTest::nth).toList();

    private static ProcessingJob nth(int i) {
        return job("job-" + i)
                .ended(CREATED.plusMillis(i))
                .modified(CREATED.plus(Duration.ofDays(i % 2 == 0 ? 1 : 30)))
                .failureReason("reason " + i)
                .build();
    }

    @Test
    void a_postgresql_database_of_the_first_version_is_brought_up_to_date() {
        String url = PostgresStores.newDatabase();
        migrate(url, PostgresStores.USER, "postgres", "1");
        var database = Jdbi.create(url, PostgresStores.USER, "");
        database.useHandle(
                handle -> {
                    handle.execute("SET search_path = rollcall");
                    insert(handle::execute);
                    handle.execute("INSERT INTO job_name SELECT scope, name FROM job");
                });
        try (var store = JdbcStore.postgres(url, PostgresStores.USER, "")) {
            assertHasAll(store);
        }
        int names =
                database.withHandle(
                        handle ->
                                handle.createQuery("SELECT COUNT(*) FROM rollcall.job_name")
                                        .mapTo(Integer.class)
                                        .one());
        assertThat(names).isEqualTo(JOBS.size());
    }

    @Test
    void an_h2_database_of_the_first_version_is_brought_up_to_date(@TempDir Path directory)
            throws Exception {
        ofTheFirstVersion(directory);
        assertIsUpToDate(directory);
    }

    /// While indexes were dropped that do not tell the whole job, and while others were built.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "4; DROP INDEX job_by_name",
                "5; CREATE UNIQUE INDEX job_by_name ON job (scope, name)"
                        + " INCLUDE (created, status, modified, ended, exit_message,"
                        + " failure_reason)"
            })
    void an_upgrade_of_an_h2_database_that_was_killed_is_completed(
            String version, String last, @TempDir Path directory) throws Exception {
        String url = ofTheFirstVersion(directory);
        migrate(url, "sa", "h2", version);
        Jdbi.create(url, "sa", "").useHandle(handle -> handle.execute(last));
        assertIsUpToDate(directory);
    }

    private static String ofTheFirstVersion(Path directory) throws SQLException {
        String url = new H2File(directory).url();
        migrate(url, "sa", "h2", "1");
        Jdbi.create(url, "sa", "").useHandle(handle -> insert(handle::execute));
        return url;
    }

    private static void assertIsUpToDate(Path directory) throws SQLException {
        var database = H2Database.in(directory);
        try (var store = new JdbcStore(database)) {
            assertHasAll(store);
            EmptiedTable.in(database);
            assertThat(StoredJobs.in(store)).isEqualTo(JOBS);
            assertThat(StoredJobs.in(store, SortKey.STATUS)).isEqualTo(JOBS);
            var all = new Criterion.StatusIs(JOBS.getFirst().status());
            assertThat(StoredJobs.in(store, SortKey.CREATION_TIME, all)).isEqualTo(JOBS);
        }
    }

    private static void migrate(String url, String user, String database, String version) {
        Flyway.configure()
                .dataSource(url, user, "")
                .schemas(database.equals("h2") ? "PUBLIC" : "rollcall")
                .locations("classpath:dev/rollcall/jdbc/" + database)
                .target(version)
                .load()
                .migrate();
    }

    @FunctionalInterface
    private interface Statement {
        void execute(String sql, Object... values);
    }

    private static void insert(Statement statement) {
        statement.execute(
                "INSERT INTO scope (account, region) VALUES (?, ?)",
                SCOPE.account().value(),
                SCOPE.region().value());
        for (ProcessingJob job : JOBS) {
            statement.execute(
                    """
                    INSERT INTO job (scope, name, status, created, modified, ended, failure_reason)
                    SELECT id, ?, ?, ?, ?, ?, ? FROM scope\
                    """,
                    job.name().value(),
                    job.status().code(),
                    job.creationTime().toEpochMilli(),
                    job.lastModifiedTime().toEpochMilli(),
                    job.processingEndTime().orElseThrow().toEpochMilli(),
                    job.failureReason().orElseThrow().text());
        }
    }

    private static void assertHasAll(JdbcStore store) {
        assertThat(StoredJobs.in(store, SortKey.CREATION_TIME)).isEqualTo(JOBS);
        assertThat(StoredJobs.in(store, new Criterion.NameContains("job-"))).isEqualTo(JOBS);
        var recently =
                new Criterion.After(
                        TimeField.LAST_MODIFIED_TIME, CREATED.plus(Duration.ofDays(20)));
        var late = JOBS.stream().filter(LateModification::isLate).toList();
        assertThat(StoredJobs.in(store, SortKey.CREATION_TIME, recently)).isEqualTo(late);
        var longAgo = new Criterion.Before(TimeField.CREATION_TIME, CREATED.plusMillis(1));
        assertThat(StoredJobs.in(store, recently, longAgo)).isEqualTo(late);
        assertThat(store.upsert(JOBS)).isZero();
    }
}
