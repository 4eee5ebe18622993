package dev.rollcall.jdbc.sql;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Scope;

import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;

import java.sql.SQLException;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

import javax.sql.DataSource;

/// An open database with its schema up to date. A transaction of its connections reads what is of
/// one moment.
public interface Database extends AutoCloseable {

    DataSource pool();

    /// Connections of the pool for work that is given up if it takes too long.
    default ConnectionFactory timed() {
        return pool()::getConnection;
    }

    Dialect dialect();

    /// Runs work that reads, or opens or closes something, and returns what it returned.
    default <T> T call(Supplier<T> work) {
        return work.get();
    }

    /// Keeps the records of a batch that are new or newer, and returns how many those are. Called
    /// within a [#committed] write.
    int upsert(List<ProcessingJob> batch, ToIntFunction<Scope> scopeIds, Handle handle)
            throws SQLException;

    /// Runs a write and returns what it returned when what it committed is durable.
    int committed(IntSupplier write);

    /// Runs work that keeps very many jobs.
    void inBulk(Runnable work);

    @Override
    void close() throws SQLException;
}
