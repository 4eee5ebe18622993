package dev.rollcall.jdbc.sql;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;

import dev.rollcall.application.StorageInUse;
import dev.rollcall.application.StorageUnavailable;

import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.jdbi.v3.core.JdbiException;

import java.sql.SQLException;

/// Says in the port's words what went wrong in the database or on the way to it.
public final class SqlErrors {

    public static final String UNIQUE_VIOLATION = "23505";

    private SqlErrors() {}

    /// Work with the database.
    @FunctionalInterface
    public interface Work<T> {

        T run() throws SQLException;
    }

    /// Runs work and translates its failure; any other exception is a bug and passes.
    public static <T> T translated(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                throw new StorageInUse("The H2 database is in use.", e);
            }
            throw unavailable(e);
        } catch (JdbiException | FlywayException | PoolInitializationException e) {
            throw unavailable(e);
        }
    }

    /// Whether the database gave this SQLSTATE for a failure.
    public static boolean hasState(String state, JdbiException failure) {
        return failure.getCause() instanceof SQLException e && state.equals(e.getSQLState());
    }

    private static StorageUnavailable unavailable(Exception cause) {
        return new StorageUnavailable("The database cannot answer.", cause);
    }
}
