package dev.rollcall.jdbc.sql;

import dev.rollcall.application.ConnectionUse;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJobName;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/// An open database with its schema up to date. Its transactions read one snapshot.
public interface Database extends AutoCloseable {

    /// Connections for calls, which must not take long.
    Jdbi jdbi();

    /// Runs work that reads one snapshot.
    ///
    /// @param isOneScan whether the work is a single scan. Where that is one statement, it reads
    ///   one snapshot also without a transaction, whose end would be another round trip
    default <T> T read(BooleanSupplier isOneScan, Function<Handle, T> work) {
        return jdbi().inTransaction(work::apply);
    }

    /// Connections for work that may take any time, as an export does.
    Jdbi unlimited();

    Dialect dialect();

    ScopeIds scopeIds();

    /// How its connections are used now.
    ConnectionUse connectionUse();

    /// Runs a call that reads, and returns what it returned. An interrupt of the caller does the
    /// database no harm.
    <T> T call(Supplier<T> work);

    /// Inserts the records of new jobs, and merges the others with what is stored
    /// ([JobDescription#merge]).
    ///
    /// @return how many changed something, once that is durable
    int write(List<JobDescription> batch, Instant horizon) throws SQLException;

    /// Deletes all rows of a job, if there are any, and returns once that is durable.
    ///
    /// @param scopeId the number of the job's scope
    /// @return how many there were
    int delete(int scopeId, ProcessingJobName name) throws SQLException;

    /// Runs work that writes very many jobs, which a database may prepare for.
    void inBulk(Runnable work);

    /// Nor does an interrupt of whoever closes it.
    @Override
    void close() throws SQLException;
}
