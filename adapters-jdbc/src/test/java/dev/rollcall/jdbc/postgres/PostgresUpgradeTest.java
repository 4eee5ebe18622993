package dev.rollcall.jdbc.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.jdbc.PostgresStore;
import dev.rollcall.jdbc.sql.FirstVersion;

import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class PostgresUpgradeTest {

    private final String url = PostgresServer.newDatabase();
    private final Jdbi database = Jdbi.create(url, PostgresServer.USER, "");

    @Test
    void a_database_of_the_first_version_is_brought_up_to_date() {
        Flyway.configure()
                .dataSource(url, PostgresServer.USER, "")
                .schemas("rollcall")
                .locations("classpath:dev/rollcall/jdbc/postgres")
                .target("1")
                .load()
                .migrate();
        database.useHandle(
                handle -> {
                    handle.execute("SET search_path = rollcall");
                    FirstVersion.insert(handle);
                    handle.execute("INSERT INTO job_name SELECT scope, name FROM job");
                });
        try (var store = PostgresStore.open(url, PostgresServer.USER, "")) {
            FirstVersion.assertIsWholeIn(store);
        }
        int names =
                database.withHandle(
                        handle ->
                                handle.createQuery("SELECT COUNT(*) FROM rollcall.job_name")
                                        .mapTo(Integer.class)
                                        .one());
        assertThat(names).isEqualTo(FirstVersion.JOBS.size());
    }
}
