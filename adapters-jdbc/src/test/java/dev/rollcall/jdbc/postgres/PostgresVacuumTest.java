package dev.rollcall.jdbc.postgres;

import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.jdbc.PostgresStore;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

@Timeout(300)
class PostgresVacuumTest {

    private static final int JOBS = 20_000;

    /// It visits a database as often as it can, and there is no other one.
    @AutoClose private final EmbeddedPostgres server = start();

    private final String url = server.getJdbcUrl(PostgresServer.USER, "postgres");
    private final Jdbi database = Jdbi.create(url, PostgresServer.USER, "");

    private static EmbeddedPostgres start() {
        try {
            return PostgresServer.builder().setServerConfig("autovacuum_naptime", "1s").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// If left to itself PostgreSQL would wait for 5,000.
    @Test
    void recent_jobs_are_vacuumed_long_before_a_fifth_of_all_has_changed() throws Exception {
        upsert(jobs(0, JOBS));
        database.useHandle(handle -> handle.execute("VACUUM (ANALYZE) rollcall.job"));
        int before = vacuums();
        upsert(jobs(JOBS, JOBS + 1_500));
        while (vacuums() == before) {
            Thread.sleep(50);
        }
    }

    /// A server counts what a connection wrote at the latest when that is closed.
    private void upsert(List<ProcessingJob> jobs) {
        try (var store = PostgresStore.open(url, PostgresServer.USER, "")) {
            assertThat(store.upsert(jobs)).isEqualTo(jobs.size());
        }
    }

    private int vacuums() {
        return database.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT autovacuum_count FROM pg_stat_user_tables
                                        WHERE relname = 'job'\
                                        """)
                                .mapTo(Integer.class)
                                .one());
    }

    private static List<ProcessingJob> jobs(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> job("job-" + i).build()).toList();
    }
}
