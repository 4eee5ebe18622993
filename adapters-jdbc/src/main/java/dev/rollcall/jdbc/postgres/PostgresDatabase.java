package dev.rollcall.jdbc.postgres;

import com.zaxxer.hikari.HikariDataSource;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.jdbc.sql.Cleanup;
import dev.rollcall.jdbc.sql.Database;
import dev.rollcall.jdbc.sql.Dialect;
import dev.rollcall.jdbc.sql.SqlErrors;
import dev.rollcall.jdbc.sql.TimedConnections;

import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;

import java.sql.SQLException;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;

import javax.sql.DataSource;

/// A PostgreSQL database that any number of Rollcalls share, in the schema `rollcall`.
public final class PostgresDatabase implements Database {

    public static final String SCHEMA = "rollcall";

    private final HikariDataSource pool;
    private final TimedConnections timed;
    private final PostgresIndexes indexes;

    private volatile boolean inBulk;

    /// Whether jobs are likely to be new, as they are in a bulk until one turns out to be known.
    private volatile boolean copying;

    private PostgresDatabase(
            HikariDataSource pool, TimedConnections timed, PostgresIndexes indexes) {
        this.pool = pool;
        this.timed = timed;
        this.indexes = indexes;
    }

    /// Connects, and brings the schema up to date; of several that start together, one does so and
    /// the others wait.
    public static PostgresDatabase open(
            String url, String user, String password, PostgresDeadlines deadlines) {
        var connections = new PostgresConnections(url, user, password, deadlines);
        connections.migrate();
        var indexes = new PostgresIndexes(connections.unhurried());
        indexes.complete();
        var pool = connections.pool();
        return new PostgresDatabase(pool, new TimedConnections(pool, deadlines.call()), indexes);
    }

    @Override
    public DataSource pool() {
        return pool;
    }

    @Override
    public ConnectionFactory timed() {
        return timed;
    }

    @Override
    public Dialect dialect() {
        return new PostgresDialect();
    }

    @Override
    public int upsert(List<ProcessingJob> batch, ToIntFunction<Scope> scopeIds, Handle handle)
            throws SQLException {
        // Each row is judged as it is when its turn comes, not as it was when the writer began.
        handle.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
        if (inBulk) {
            PostgresTextIndex.expectMany(handle);
        }
        return isCopied(batch, scopeIds, handle)
                ? batch.size()
                : PostgresBatch.upsert(batch, scopeIds, handle);
    }

    /// Whether a batch of a bulk was written as new jobs. Where one was there already others will
    /// be, so no later batch is tried.
    private boolean isCopied(
            List<ProcessingJob> batch, ToIntFunction<Scope> scopeIds, Handle handle)
            throws SQLException {
        if (!copying) {
            return false;
        }
        handle.execute("SAVEPOINT copying");
        try {
            PostgresCopy.upsert(batch, scopeIds, handle);
            return true;
        } catch (SQLException e) {
            if (!SqlErrors.UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
            copying = false;
            handle.execute("ROLLBACK TO SAVEPOINT copying");
            return false;
        }
    }

    /// The server's commit is durable, as far as its settings promise.
    @Override
    public int committed(IntSupplier write) {
        return write.getAsInt();
    }

    @Override
    public void inBulk(Runnable work) {
        inBulk = true;
        copying = true;
        try (Cleanup _ = this::endBulk) {
            indexes.putOff(work);
        }
    }

    private void endBulk() {
        inBulk = false;
        copying = false;
    }

    @Override
    public void close() {
        timed.close();
        pool.close();
    }
}
