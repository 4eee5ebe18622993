package dev.rollcall.jdbc.h2;

import org.flywaydb.core.Flyway;
import org.h2.api.ErrorCode;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/// The migrations of an H2 database. Even where it has nothing to do, Flyway takes as long as all
/// the rest of a start; so a schema that is the newest is recognised without it.
final class H2Migrations {

    /// The number of the last migration.
    static final int NEWEST = 7;

    private static final String VERSION =
            """
            SELECT COALESCE(MAX(CAST("version" AS INT)), 0) FROM "flyway_schema_history"
            WHERE "success" AND "version" IS NOT NULL\
            """;

    private H2Migrations() {}

    /// Brings the schema up to date.
    static void complete(DataSource database) throws SQLException {
        if (version(database) != NEWEST) {
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:dev/rollcall/jdbc/h2")
                    .load()
                    .migrate();
        }
    }

    /// The last migration that the database has had; 0 if there was none.
    static int version(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            return version(connection);
        } catch (SQLException e) {
            return switch (e.getErrorCode()) {
                case ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1,
                        ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1 ->
                        0;
                default -> throw e;
            };
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(VERSION)) {
            row.next();
            return row.getInt(1);
        }
    }
}
