package dev.rollcall.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.domain.ProcessingJob;
import dev.rollcall.domain.Scope;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// A PostgreSQL database that any number of Rollcalls share, in the schema `rollcall`.
final class PostgresDatabase implements Database {

    static final String SCHEMA = "rollcall";

    /// The first version that Rollcall is tested with.
    private static final int OLDEST_MAJOR = 15;

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
    static PostgresDatabase open(
            String url, String user, String password, PostgresDeadlines deadlines) {
        var unhurried = deadlines.toConnect();
        var jdbi = Jdbi.create(url, properties(user, password, unhurried));
        jdbi.useHandle(PostgresDatabase::refuseOld);
        Flyway.configure()
                .dataSource(url, user, password)
                .jdbcProperties(unhurried)
                .schemas(SCHEMA)
                .locations("classpath:dev/rollcall/jdbc/postgres")
                .load()
                .migrate();
        var indexes = new PostgresIndexes(jdbi);
        indexes.complete();
        var pool = new HikariDataSource(config(url, user, password, deadlines));
        return new PostgresDatabase(pool, new TimedConnections(pool, deadlines.call()), indexes);
    }

    private static Properties properties(
            String user, String password, Map<String, String> deadlines) {
        var properties = new Properties();
        properties.putAll(deadlines);
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return properties;
    }

    private static void refuseOld(Handle handle) {
        refuseOlderThanOldest(
                handle.createQuery("SELECT current_setting('server_version_num')::int / 10000")
                        .mapTo(Integer.class)
                        .one());
    }

    /// @throws StorageUnavailable if a server of this major version is too old
    static void refuseOlderThanOldest(int major) {
        if (major < OLDEST_MAJOR) {
            String message =
                    "The server is PostgreSQL %d; Rollcall needs %d or later."
                            .formatted(major, OLDEST_MAJOR);
            throw new StorageUnavailable(message, new SQLFeatureNotSupportedException(message));
        }
    }

    private static HikariConfig config(
            String url, String user, String password, PostgresDeadlines deadlines) {
        var config = new HikariConfig();
        config.setPoolName("rollcall-postgres");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        deadlines.toConnectAndRead().forEach(config::addDataSourceProperty);
        config.addDataSourceProperty("ApplicationName", "rollcall");
        config.setConnectionInitSql(settings(deadlines));
        config.setConnectionTimeout(deadlines.patience().minus(deadlines.check()).toMillis());
        config.setValidationTimeout(deadlines.check().toMillis());
        // All that a transaction reads is of the moment of its first read.
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return config;
    }

    /// A plan is made for the values at hand, and never compiled or shared out to other processes:
    /// either takes longer than most pages. Reading a whole table is never the better way, nor is
    /// sorting what an index has in order, which is what the planner would do where it lacks
    /// statistics and takes the jobs for few.
    private static String settings(PostgresDeadlines deadlines) {
        return """
                SET search_path = %s, public;
                SET plan_cache_mode = force_custom_plan;
                SET jit = off;
                SET max_parallel_workers_per_gather = 0;
                SET enable_seqscan = off;
                SET enable_sort = off;
                SET enable_incremental_sort = off;
                SET statement_timeout = %d;
                %s;
                SET idle_in_transaction_session_timeout = '5min'"""
                .formatted(SCHEMA, deadlines.statement().toMillis(), PostgresTextIndex.WAITING);
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
    public int keep(List<ProcessingJob> batch, ToIntFunction<Scope> scopeIds, Handle handle)
            throws SQLException {
        // Each row is judged as it is when its turn comes, not as it was when the writer began.
        handle.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
        if (inBulk) {
            PostgresTextIndex.expectMany(handle);
        }
        return isCopied(batch, scopeIds, handle)
                ? batch.size()
                : PostgresBatch.keep(batch, scopeIds, handle);
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
            PostgresCopy.keep(batch, scopeIds, handle);
            return true;
        } catch (SQLException e) {
            if (!Failures.UNIQUE_VIOLATION.equals(e.getSQLState())) {
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
        try (Afterwards _ = this::endBulk) {
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
