package dev.rollcall.jdbc.sql;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;

import dev.rollcall.application.StorageUnavailable;

import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.JdbiException;

import java.sql.SQLException;

/// Translates database errors into the port's exceptions. What a database tells apart by codes of
/// its own, it translates itself.
public final class SqlErrors {

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
            throw new StorageUnavailable("The database cannot answer.", e);
        }
    }

    /// Whether the database gave this SQLSTATE for a failure.
    public static boolean hasState(String state, JdbiException failure) {
        return failure.getCause() instanceof SQLException e && state.equals(e.getSQLState());
    }
}
