package dev.rollcall.jdbc.sql;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;

import dev.rollcall.application.StorageReadOnly;
import dev.rollcall.application.StorageUnavailable;

import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.JdbiException;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

/// Translates database errors into the port's exceptions. What a database tells apart by codes of
/// its own, it translates itself.
public final class SqlErrors {

    /// The standard's SQLSTATE for a write in a transaction that can only read.
    private static final String READ_ONLY = "25006";

    private SqlErrors() {}

    /// Work with the database.
    @FunctionalInterface
    public interface Work<T> {

        T run() throws SQLException;
    }

    /// Runs work and translates its failure; any other exception is a bug and passes.
    public static <T> T translating(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException | JdbiException | FlywayException | PoolInitializationException e) {
            throw isReadOnly(e)
                    ? readOnly(e)
                    : new StorageUnavailable("The database cannot answer.", e);
        }
    }

    /// Whether the database gave this SQLSTATE for a failure.
    public static boolean hasState(String state, JdbiException failure) {
        return failure.getCause() instanceof SQLException e && state.equals(e.getSQLState());
    }

    private static StorageReadOnly readOnly(Exception cause) {
        return new StorageReadOnly(
                "The database can only be read: it is a standby, or read-only.",
                "give --url the address of the server that is written to. A standby answers"
                        + " 'serve' and 'list' once 'rollcall list' of the same version has opened"
                        + " that server: it writes the schema and the token keys.",
                cause);
    }

    private static boolean isReadOnly(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(it -> it instanceof SQLException e && READ_ONLY.equals(e.getSQLState()));
    }
}
