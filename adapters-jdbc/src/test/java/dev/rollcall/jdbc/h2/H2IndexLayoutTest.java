package dev.rollcall.jdbc.h2;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.jdbc.sql.OrderBy;
import dev.rollcall.plan.Column;
import dev.rollcall.plan.JobIndex;
import dev.rollcall.plan.LateModification;

import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.LongStream;

/// The indexes that H2 says it has are those that the plan reads.
class H2IndexLayoutTest {

    private static final String SCOPE = "INSERT INTO scope (account, region) VALUES ('a', 'r')";

    private static final List<ProcessingJob> BESIDE_THE_LIMITS =
            LongStream.of(
                            -1,
                            0,
                            LateModification.USUAL.toMillis(),
                            LateModification.USUAL.toMillis() + 1)
                    .mapToObj(
                            millis ->
                                    job("job" + millis)
                                            .modified(CREATED.plusMillis(millis))
                                            .build())
                    .toList();

    private static H2Database database;
    private static Jdbi jdbi;

    @BeforeAll
    static void open() {
        database = H2Database.inMemory();
        jdbi = database.unlimited();
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BY_TEXT")
    void an_index_begins_with_its_key_and_has_all_other_columns_too(JobIndex index) {
        List<String> columns =
                read(
                        """
                        SELECT column_name FROM information_schema.index_columns
                        WHERE index_name = ? AND table_name = ?
                        ORDER BY ordinal_position\
                        """,
                        stored(H2Indexes.name(index)),
                        stored(H2Indexes.table(index)));

        assertThat(columns)
                .startsWith(names(index.key()))
                .startsWith(stored(OrderBy.along(index).text()).split(", ", -1))
                .contains(names(List.of(Column.values())));
    }

    @Test
    void there_are_no_other_indexes_of_jobs_but_primary_keys() {
        assertThat(
                        read(
                                """
                                SELECT index_name FROM information_schema.indexes
                                WHERE table_name IN ('JOB', 'LATE_JOB')
                                    AND index_type_name <> 'PRIMARY KEY'\
                                """))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(JobIndex.values())
                                .filter(index -> index != JobIndex.BY_TEXT)
                                .map(index -> stored(H2Indexes.name(index)))
                                .toList());
    }

    @Test
    void the_migration_that_gathers_late_jobs_takes_those_that_the_plan_calls_late() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID();
        List<String> late =
                Jdbi.create(url, "sa", "")
                        .withHandle(
                                handle -> {
                                    migrate(url, "1");
                                    handle.execute(SCOPE);
                                    BESIDE_THE_LIMITS.forEach(job -> insert(job, handle));
                                    migrate(url, "latest");
                                    return handle.select("SELECT name FROM late_job")
                                            .mapTo(String.class)
                                            .list();
                                });

        assertThat(late)
                .containsExactlyInAnyOrderElementsOf(
                        BESIDE_THE_LIMITS.stream()
                                .filter(LateModification::isLate)
                                .map(job -> job.name().value())
                                .toList())
                .hasSize(2);
    }

    private static void insert(ProcessingJob job, Handle handle) {
        handle.execute(
                "INSERT INTO job (scope, name, status, created, modified) VALUES (1, ?, ?, ?, ?)",
                job.name().value(),
                job.status().code(),
                job.creationTime().toEpochMilli(),
                job.lastModifiedTime().toEpochMilli());
    }

    private static List<String> read(String sql, Object... values) {
        return jdbi.withHandle(handle -> handle.select(sql, values).mapTo(String.class).list());
    }

    private static String[] names(List<Column> columns) {
        return columns.stream().map(Column::name).toArray(String[]::new);
    }

    /// H2 stores names in upper case.
    private static String stored(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private static void migrate(String url, String version) {
        Flyway.configure()
                .dataSource(url, "sa", "")
                .locations("classpath:dev/rollcall/jdbc/h2")
                .target(version)
                .load()
                .migrate();
    }
}
