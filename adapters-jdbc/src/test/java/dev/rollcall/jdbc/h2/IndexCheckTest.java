package dev.rollcall.jdbc.h2;

import static dev.rollcall.contract.JobBuilder.SCOPE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.AdversarialJobs;
import dev.rollcall.jdbc.H2Store;

import org.h2.engine.SessionLocal;
import org.h2.index.Cursor;
import org.h2.index.Index;
import org.h2.jdbc.JdbcConnection;
import org.h2.result.Row;
import org.h2.table.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;

/// Indexes that were damaged through H2's engine, entry by entry, are found and rebuilt.
class IndexCheckTest {

    private static final int JOBS = 48;

    @TempDir private Path directory;

    @BeforeEach
    void keepJobs() {
        try (var store = H2Store.open(directory)) {
            store.upsert(new AdversarialJobs(1).jobs(List.of(SCOPE), JOBS));
        }
    }

    @Test
    void undamaged_indexes_are_not_rebuilt() throws Exception {
        try (var connection = connect()) {
            var check = IndexCheck.run(connection);
            assertThat(check.torn()).isEmpty();
            assertThat(check.compared().size()).isGreaterThanOrEqualTo(5);
            assertThat(check.entries()).isGreaterThanOrEqualTo(4 * JOBS);
        }
    }

    @Test
    void a_check_without_mending_changes_nothing() throws Exception {
        try (var connection = connect()) {
            tear(connection, "JOB_BY_NAME", (index, row, session) -> index.remove(session, row));
            for (int i = 0; i < 2; i++) {
                assertThat(IndexCheck.run(connection).torn()).containsExactly("JOB_BY_NAME");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JOB_BY_NAME",
                "JOB_BY_CREATION",
                "JOB_BY_STATUS",
                "JOB_BY_STATUS_AND_CREATION"
            })
    void an_index_that_misses_a_row_is_rebuilt(String name) throws Exception {
        try (var connection = connect()) {
            tear(connection, name, (index, row, session) -> index.remove(session, row));
        }
        try (var connection = connect()) {
            assertThat(IndexCheck.mend(new H2File(directory), connection).torn())
                    .containsExactly(name);
            assertThat(IndexCheck.run(connection).torn()).isEmpty();
        }
    }

    @Test
    void an_index_with_a_row_that_is_not_there_is_rebuilt() throws Exception {
        try (var connection = connect()) {
            tear(
                    connection,
                    "JOB_BY_STATUS",
                    (index, row, session) -> {
                        row.setKey(1_000_000);
                        index.add(session, row);
                    });
        }
        try (var connection = connect()) {
            assertThat(IndexCheck.mend(new H2File(directory), connection).torn())
                    .containsExactly("JOB_BY_STATUS");
        }
    }

    @Test
    void an_index_with_a_stale_entry_in_place_of_a_row_is_rebuilt() throws Exception {
        try (var connection = connect()) {
            tear(
                    connection,
                    "JOB_BY_CREATION",
                    (index, row, session) -> {
                        index.remove(session, row);
                        int created = index.getColumns()[1].getColumnId();
                        row.setValue(created, row.getValue(created).add(row.getValue(created)));
                        index.add(session, row);
                    });
        }
        try (var connection = connect()) {
            assertThat(IndexCheck.mend(new H2File(directory), connection).torn())
                    .containsExactly("JOB_BY_CREATION");
        }
    }

    @Test
    void a_store_that_was_left_open_is_repaired_when_it_is_opened() throws Exception {
        try (var connection = connect()) {
            tear(connection, "JOB_BY_STATUS", (index, row, session) -> index.remove(session, row));
        }
        Files.createFile(directory.resolve("rollcall.open"));
        H2Store.open(directory).close();
        try (var connection = connect()) {
            assertThat(IndexCheck.run(connection).torn()).isEmpty();
        }
    }

    private Connection connect() throws Exception {
        return DriverManager.getConnection(new H2File(directory).url(), "sa", "");
    }

    @FunctionalInterface
    private interface Damage {

        void on(Index index, Row row, SessionLocal session);
    }

    /// Damages the entry of one row and leaves the table and its other indexes as they are.
    private static void tear(Connection connection, String name, Damage damage) throws Exception {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        Table table = session.getDatabase().getSchema("PUBLIC").getTableOrView(session, "JOB");
        Index index =
                IndexCheck.secondary(table).stream()
                        .filter(each -> each.getName().equals(name))
                        .findFirst()
                        .orElseThrow();
        Cursor rows = table.getScanIndex(session).find(session, null, null, false);
        rows.next();
        var row = Row.get(rows.get().getValueList().clone(), 1, rows.get().getKey());
        damage.on(index, row, session);
        session.commit(false);
    }
}
