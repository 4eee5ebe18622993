package dev.rollcall.jdbc.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.jdbc.H2Store;

import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.SQLException;

class H2MigrationsTest {

    @TempDir private Path directory;

    @BeforeEach
    void create() {
        H2Store.open(directory).close();
    }

    private JdbcDataSource database() {
        var source = new JdbcDataSource();
        source.setUrl(new H2File(directory).url());
        source.setUser("sa");
        return source;
    }

    private void change(String history) {
        Jdbi.create(database())
                .useHandle(
                        handle ->
                                handle.execute("UPDATE \"flyway_schema_history\" SET " + history));
    }

    @Test
    void a_new_database_has_the_newest_schema() throws SQLException {
        assertThat(H2Migrations.version(database())).isEqualTo(H2Migrations.NEWEST);
    }

    /// Flyway would refuse migrations that are not those it knows.
    @Test
    void a_database_with_the_newest_schema_is_opened_without_flyway() {
        change("\"checksum\" = 1");
        H2Store.open(directory).close();
    }

    @Test
    void a_migration_that_failed_does_not_count() {
        change("\"success\" = FALSE WHERE \"version\" = '%d'".formatted(H2Migrations.NEWEST));
        assertThatThrownBy(() -> H2Store.open(directory)).isInstanceOf(StorageUnavailable.class);
    }
}
