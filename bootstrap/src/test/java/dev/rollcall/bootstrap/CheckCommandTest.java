package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.H2Commands.TWO_LINES;
import static dev.rollcall.bootstrap.Outcome.assertRefused;
import static dev.rollcall.bootstrap.Outcome.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.jdbc.H2Store;

import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;

/// Indexes are compared with their tables for who asks, and mended for who wants that.
class CheckCommandTest {

    private H2Commands h2;

    @BeforeEach
    void in(@TempDir Path dir) throws IOException {
        h2 = new H2Commands(dir);
        h2.imports(TWO_LINES);
    }

    /// Takes the entry of one job out of an index, through H2's engine.
    private void tear(String name) throws Exception {
        String url = "jdbc:h2:file:" + Path.of(h2.data()).resolve("rollcall");
        try (var connection = DriverManager.getConnection(url, "sa", "")) {
            var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            var table = session.getDatabase().getSchema("PUBLIC").getTableOrView(session, "JOB");
            var rows = table.getScanIndex(session).find(session, null, null, false);
            rows.next();
            table.getSchema().getIndex(name).remove(session, rows.get());
            session.commit(false);
        }
    }

    @Test
    void indexes_that_agree_are_listed_with_their_entries() {
        var outcome = run("check", "--data", h2.data());
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines())
                .first()
                .asString()
                .matches("TABLE +INDEX +ENTRIES +RESULT");
        assertThat(outcome.out().lines())
                .anyMatch(line -> line.matches("job +job_by_name +2  agrees"))
                .noneMatch(line -> line.contains("differ"))
                .last()
                .asString()
                .matches("checked \\d+ indexes: all agree with their tables");
    }

    @Test
    void an_index_that_differs_is_told_until_it_is_mended() throws Exception {
        tear("JOB_BY_STATUS");

        for (int i = 0; i < 2; i++) {
            var outcome = run("check", "--data", h2.data());
            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.out())
                    .containsPattern("job +job_by_status +1  differs")
                    .contains(": 1 differ from their tables");
            assertThat(outcome.err()).startsWith("Recommended action: ").contains("--repair");
        }
        var repair = run("check", "--repair", "--data", h2.data());
        assertThat(repair.status()).isZero();
        assertThat(repair.out()).containsPattern("job_by_status +1  differed, mended");
        assertThat(run("check", "--data", h2.data()).status()).isZero();
    }

    @Test
    void the_next_start_mends_what_a_check_has_found() throws Exception {
        tear("JOB_BY_STATUS");
        run("check", "--data", h2.data());

        var list = run("list", "--sort-by", "Status", "--data", h2.data());

        assertThat(list.out()).contains("Completed", "Failed");
        assertThat(run("check", "--data", h2.data()).status()).isZero();
    }

    @Test
    void a_directory_without_a_database_is_not_checked_nor_made() {
        Path nothing = h2.dir().resolve("nothing");
        assertRefused("holds no database", "check", "--data", nothing.toString());
        assertThat(nothing).doesNotExist();
    }

    @Test
    void a_database_that_is_in_use_is_not_checked() {
        try (var _ = H2Store.open(Path.of(h2.data()))) {
            assertRefused("is in use by another process", "check", "--data", h2.data());
        }
    }

    @Test
    void other_storages_check_themselves() {
        assertRefused(
                "MongoDB keeps its indexes itself",
                "check",
                "--storage",
                "mongo",
                "--url",
                "mongodb://localhost/jobs");
    }
}
