package dev.rollcall.jdbc.postgres;

import com.zaxxer.hikari.HikariDataSource;

import dev.rollcall.application.ConnectionUse;
import dev.rollcall.application.StorageNotThereYet;
import dev.rollcall.application.StorageReadOnly;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.StorageUnsuitable;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.jdbc.sql.Cleanup;
import dev.rollcall.jdbc.sql.Database;
import dev.rollcall.jdbc.sql.Dialect;
import dev.rollcall.jdbc.sql.JobDeletion;
import dev.rollcall.jdbc.sql.PoolUse;
import dev.rollcall.jdbc.sql.ScopeIds;
import dev.rollcall.jdbc.sql.SqlErrors;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/// A PostgreSQL database that any number of Rollcalls share, in the schema `rollcall`.
public final class PostgresDatabase implements Database {

    private static final String INSERT_SCOPE =
            "INSERT INTO scope (account, region) VALUES (?, ?) ON CONFLICT DO NOTHING";

    /// The SQLSTATE for a row that is there already.
    private static final String UNIQUE_VIOLATION = "23505";

    private static final JobDeletion DELETION =
            new JobDeletion(List.of("job", "job_name", "job_details"));

    private final HikariDataSource pool;
    private final TimedConnections connections;
    private final Jdbi jdbi;
    private final Jdbi writing;
    private final Jdbi unlimited;
    private final boolean pooled;
    private final ScopeIds scopeIds;
    private final PostgresIndexes indexes;
    private final Dialect dialect = new PostgresDialect();

    private volatile boolean inBulk;

    /// Whether jobs are likely to be new, as they are in a bulk until one turns out to be known.
    private volatile boolean copying;

    private PostgresDatabase(PostgresConnections to, PostgresIndexes indexes) {
        var snapshots = TransactionSettings.snapshots(to.timeouts());
        var writes = TransactionSettings.writes(to.timeouts());
        this.pool = to.pool();
        this.connections = new TimedConnections(pool, to.timeouts().overrun());
        this.jdbi = to.setting(snapshots, Jdbi.create(connections.lending(to.timeouts().read())));
        this.writing = to.setting(writes, Jdbi.create(connections.lending(to.timeouts().write())));
        this.unlimited = to.setting(snapshots, Jdbi.create(pool));
        this.pooled = to.pooled();
        this.scopeIds = new ScopeIds(jdbi, writing::useTransaction, INSERT_SCOPE);
        this.indexes = indexes;
    }

    /// Connects, and brings the schema up to date; of several that start together, one does so and
    /// the others wait.
    ///
    /// @throws StorageUnsuitable if the server is too old, or a pooler is in the way of an update
    ///   of the schema
    /// @throws StorageNotThereYet if nobody answers at the address, or the server is starting
    /// @throws StorageReadOnly if the schema is missing or old, and the server is a standby
    /// @throws StorageUnavailable if there is no connection, or the schema cannot be brought up to
    ///   date
    public static PostgresDatabase open(
            String url, String user, Supplier<Optional<String>> password) {
        return open(new PostgresConnections(url, user, password, PostgresTimeouts.DEFAULT));
    }

    static PostgresDatabase open(PostgresConnections connections) {
        try {
            return SqlErrors.translating(
                    () -> {
                        var examined = connections.examined();
                        examined.migrate();
                        var indexes = new PostgresIndexes(examined);
                        indexes.complete();
                        return new PostgresDatabase(examined, indexes);
                    });
        } catch (StorageUnavailable e) {
            throw ServerAbsence.isCauseOf(e)
                    ? new StorageNotThereYet("The database is not there yet.", e)
                    : e;
        }
    }

    @Override
    public ConnectionUse connectionUse() {
        return PoolUse.of(pool);
    }

    HikariDataSource pool() {
        return pool;
    }

    @Override
    public Jdbi jdbi() {
        return jdbi;
    }

    /// Transactions that write, each statement of which sees what was committed before it.
    Jdbi writing() {
        return writing;
    }

    /// A scan is one statement. But settings that a session does not keep are a transaction's.
    @Override
    public <T> T read(BooleanSupplier isOneScan, Function<Handle, T> work) {
        return !pooled && isOneScan.getAsBoolean()
                ? jdbi.withHandle(work::apply)
                : Database.super.read(isOneScan, work);
    }

    @Override
    public Jdbi unlimited() {
        return unlimited;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public ScopeIds scopeIds() {
        return scopeIds;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        return work.get();
    }

    /// The server's commit is durable, as far as the server's settings promise.
    @Override
    public int write(List<JobDescription> batch, Instant horizon) throws SQLException {
        var ids = scopeIds.of(batch.stream().map(JobDescription::job).toList());
        return writing.<Integer, SQLException>inTransaction(
                handle -> insertOrMerge(new PostgresBatch(batch, horizon, ids, handle)));
    }

    private int insertOrMerge(PostgresBatch batch) throws SQLException {
        if (inBulk) {
            PostgresTextIndex.expectMany(batch.handle());
        }
        return isCopied(batch) ? batch.size() : batch.insertOrMerge();
    }

    /// Whether a batch of a bulk was inserted as new jobs. If one of them was there already, others
    /// will be, so no later batch is tried.
    private boolean isCopied(PostgresBatch batch) throws SQLException {
        if (!copying) {
            return false;
        }
        batch.handle().execute("SAVEPOINT copying");
        try {
            batch.copy();
            return true;
        } catch (SQLException e) {
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
            copying = false;
            batch.handle().execute("ROLLBACK TO SAVEPOINT copying");
            return false;
        }
    }

    @Override
    public int delete(int scopeId, ProcessingJobName name) {
        return writing.inTransaction(handle -> DELETION.run(scopeId, name, handle));
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
        connections.close();
        pool.close();
    }
}
