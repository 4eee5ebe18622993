package dev.rollcall.jdbc.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.JobBuilder;
import dev.rollcall.contract.StoredJobs;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.jdbc.sql.FirstVersion;
import dev.rollcall.jdbc.sql.SqlStore;

import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.sql.SQLException;

/// A database of the first version is brought up to date with all that is in it.
class H2UpgradeTest {

    @TempDir private Path directory;

    @BeforeEach
    void createFirstVersion() {
        migrate("1");
        database().useHandle(FirstVersion::insert);
    }

    @Test
    void a_database_of_the_first_version_is_brought_up_to_date() throws SQLException {
        assertIsBroughtUpToDate();
    }

    @Test
    void a_job_of_an_older_version_is_found_by_its_arn() throws SQLException {
        migrate("6");
        database()
                .useHandle(
                        handle ->
                                handle.execute(
                                        """
                                        INSERT INTO job
                                            (scope, name, status, created, modified, name_in_arn)
                                        SELECT id, 'Clarify-1', 30, 1, 1, 'clarify-1' FROM scope\
                                        """));
        var arn = new ProcessingJobArn(JobBuilder.SCOPE, new ProcessingJobName("clarify-1"));
        try (var store = new SqlStore(H2Database.open(new H2File(directory)))) {
            assertThat(store.read(arn)).map(it -> it.job().arn()).contains(arn);
        }
    }

    /// The process dies after it dropped an index without whole jobs, after it built one with them,
    /// or on either side of adding a column to them.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "4; DROP INDEX job_by_name",
                "5; CREATE UNIQUE INDEX job_by_name ON job (scope, name)"
                        + " INCLUDE (created, status, modified, ended, exit_message,"
                        + " failure_reason)",
                "5; DROP INDEX job_by_creation",
                "5; ALTER TABLE job ADD COLUMN name_in_arn VARCHAR(63)"
            })
    void an_upgrade_that_was_killed_is_completed(String version, String last) throws SQLException {
        migrate(version);
        database().useHandle(handle -> handle.execute(last));
        assertIsBroughtUpToDate();
    }

    private void assertIsBroughtUpToDate() throws SQLException {
        var database = H2Database.open(new H2File(directory));
        try (var store = new SqlStore(database)) {
            FirstVersion.assertIsWholeIn(store);
            EmptiedTable.in(database);
            assertThat(StoredJobs.in(store)).isEqualTo(FirstVersion.JOBS);
            assertThat(StoredJobs.in(store, SortKey.STATUS)).isEqualTo(FirstVersion.JOBS);
            var all = new Criterion.StatusIs(FirstVersion.JOBS.getFirst().status());
            assertThat(StoredJobs.in(store, SortKey.CREATION_TIME, all))
                    .isEqualTo(FirstVersion.JOBS);
        }
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(url(), "sa", "")
                .locations("classpath:dev/rollcall/jdbc/h2")
                .target(version)
                .load()
                .migrate();
    }

    private Jdbi database() {
        return Jdbi.create(url(), "sa", "");
    }

    private String url() {
        return new H2File(directory).url();
    }
}
