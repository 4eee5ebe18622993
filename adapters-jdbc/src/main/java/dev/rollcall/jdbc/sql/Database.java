package dev.rollcall.jdbc.sql;

import dev.rollcall.domain.jobs.ProcessingJob;

import org.jdbi.v3.core.Jdbi;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

/// An open database with its schema up to date. Its transactions read one snapshot.
public interface Database extends AutoCloseable {

    /// Connections for calls, which must not take long.
    Jdbi jdbi();

    /// Connections for work that may take any time, as an export does.
    Jdbi unlimited();

    Dialect dialect();

    ScopeIds scopeIds();

    /// Runs a call that reads, and returns what it returned. An interrupt of the caller does the
    /// database no harm.
    <T> T call(Supplier<T> work);

    /// Writes the records of a batch that are new or newer.
    ///
    /// @return how many those are, once they are durable
    int write(List<ProcessingJob> batch) throws SQLException;

    /// Runs work that writes very many jobs, which a database may prepare for.
    void inBulk(Runnable work);

    /// Nor does an interrupt of whoever closes it.
    @Override
    void close() throws SQLException;
}
