package dev.rollcall.jdbc.h2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;

/// When a file has outgrown what is in use, what is logged then, and when it is compacted.
class FileGrowthTest {

    private static final long MEGABYTE = 1 << 20;

    @TempDir private Path directory;

    @Test
    void a_file_is_outgrown_when_it_is_large_and_less_than_a_third_of_it_is_in_use()
            throws SQLException {
        var file = new H2File(directory);
        try (var database = H2Database.open(new H2File(directory));
                var connection = database.pool().getConnection()) {
            var growth = new FileGrowth(file);
            fill(connection, "part", FileGrowth.SMALL / 8);
            execute(connection, "DROP TABLE part");
            assertThat(file.size()).isLessThan(FileGrowth.SMALL);
            assertThat(growth.isOutgrown(connection)).as("a small file").isFalse();

            fill(connection, "most", FileGrowth.SMALL);
            assertThat(growth.isOutgrown(connection)).as("most is in use").isFalse();

            execute(connection, "DROP TABLE most");
            assertThat(growth.isOutgrown(connection)).as("nothing is in use").isTrue();
        }
    }

    @Test
    void an_outgrown_file_is_reported_once_until_it_has_doubled() throws SQLException {
        try (var database = H2Database.open(new H2File(directory));
                var connection = database.pool().getConnection()) {
            var growth = new FileGrowth(new H2File(directory));
            fill(connection, "junk", FileGrowth.SMALL * 3 / 4);
            execute(connection, "DROP TABLE junk");
            assertThat(loggedBy(growth, connection)).as("not doubled yet").isEmpty();

            fill(connection, "junk", FileGrowth.SMALL * 3 / 4);
            execute(connection, "DROP TABLE junk");
            assertThat(loggedBy(growth, connection))
                    .contains("WARN", "rollcall.mv.db has grown to", "Recommended action: ");
            assertThat(loggedBy(growth, connection)).as("reported already").isEmpty();
        }
    }

    @Test
    void a_clean_stop_compacts_only_a_file_that_is_outgrown() throws Exception {
        Object first = whileOpen(connection -> fill(connection, "most", FileGrowth.SMALL));
        assertThat(identity()).as("most is in use").isEqualTo(first);

        whileOpen(connection -> execute(connection, "DROP TABLE most"));
        assertThat(identity()).as("nothing is in use").isNotEqualTo(first);
    }

    @FunctionalInterface
    private interface Work {

        void with(Connection connection) throws SQLException;
    }

    /// Opens the database, works with it, and stops it.
    ///
    /// @return the identity of its file before it was stopped
    private Object whileOpen(Work work) throws Exception {
        try (var database = H2Database.open(new H2File(directory));
                var connection = database.pool().getConnection()) {
            work.with(connection);
            return identity();
        }
    }

    /// Other than its size, which H2 makes smaller on each stop if it can, this changes only when
    /// the file is compacted: what is in use is then written to a new one.
    private Object identity() throws IOException {
        return Files.readAttributes(new H2File(directory).path(), BasicFileAttributes.class)
                .fileKey();
    }

    private static String loggedBy(FileGrowth growth, Connection connection) throws SQLException {
        PrintStream before = System.err;
        var log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            growth.look(connection);
        } finally {
            System.setErr(before);
        }
        return log.toString(StandardCharsets.UTF_8);
    }

    /// Adds a table of so many bytes. The file grows by twice as many: H2 also keeps what a
    /// transaction would undo.
    private static void fill(Connection connection, String table, long bytes) throws SQLException {
        execute(connection, "CREATE TABLE %s (filling VARCHAR)".formatted(table));
        for (long i = 0; i <= bytes / MEGABYTE; i++) {
            execute(
                    connection,
                    "INSERT INTO %s VALUES (REPEAT('x', %d))".formatted(table, MEGABYTE));
        }
        execute(connection, "CHECKPOINT SYNC");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
