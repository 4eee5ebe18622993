package dev.rollcall.jdbc;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.SCOPE;
import static dev.rollcall.contract.JobBuilder.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.plan.LateModification;
import dev.rollcall.contract.Kept;
import dev.rollcall.domain.Criterion;
import dev.rollcall.domain.ProcessingJob;
import dev.rollcall.domain.SortKey;
import dev.rollcall.domain.TimeField;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database that the first Rollcall made is brought up to date with all that is in it.
class UpgradeTest {

    /// Every other one is late.
    private static final List<ProcessingJob> JOBS =
            IntStream.range(0, 10)
                    .mapToObj(i -> job("job-" + i).modified(modified(i)).build())
                    .toList();

    private static Instant modified(int i) {
        return CREATED.plus(Duration.ofDays(i % 2 == 0 ? 1 : 30));
    }

    @Test
    void a_postgresql_database_of_the_first_version_is_brought_up_to_date() {
        String url = PostgresStores.newDatabase();
        migrate(url, PostgresStores.USER, "postgres");
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
        String url = new H2File(directory).url();
        migrate(url, "sa", "h2");
        Jdbi.create(url, "sa", "").useHandle(handle -> insert(handle::execute));
        try (var store = JdbcStore.h2(directory)) {
            assertHasAll(store);
        }
    }

    private static void migrate(String url, String user, String database) {
        Flyway.configure()
                .dataSource(url, user, "")
                .schemas(database.equals("h2") ? "PUBLIC" : "rollcall")
                .locations("classpath:dev/rollcall/jdbc/" + database)
                .target("1")
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
                    INSERT INTO job (scope, name, status, created, modified)
                    SELECT id, ?, ?, ?, ? FROM scope""",
                    job.name().value(),
                    job.status().code(),
                    job.creationTime().toEpochMilli(),
                    job.lastModifiedTime().toEpochMilli());
        }
    }

    private static void assertHasAll(JdbcStore store) {
        assertThat(Kept.in(store, SortKey.CREATION_TIME)).isEqualTo(JOBS);
        assertThat(Kept.in(store, new Criterion.NameContains("job-"))).isEqualTo(JOBS);
        var recently =
                new Criterion.After(
                        TimeField.LAST_MODIFIED_TIME, CREATED.plus(Duration.ofDays(20)));
        var late = JOBS.stream().filter(LateModification::of).toList();
        assertThat(Kept.in(store, SortKey.CREATION_TIME, recently)).isEqualTo(late);
        var longAgo = new Criterion.Before(TimeField.CREATION_TIME, CREATED.plusMillis(1));
        assertThat(Kept.in(store, recently, longAgo)).isEqualTo(late);
        assertThat(store.keep(JOBS)).isZero();
    }
}
