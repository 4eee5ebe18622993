package dev.rollcall.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rollcall.domain.ProcessingJob;
import dev.rollcall.domain.Scope;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// A PostgreSQL database that any number of Rollcalls share, in the schema `rollcall`.
final class PostgresDatabase implements Database {

    static final String SCHEMA = "rollcall";

    /// How long a caller waits for a connection before the store counts as unavailable.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /// How long the server may work on a statement.
    private static final Duration STATEMENT = Duration.ofSeconds(5);

    /// How long the network may stay silent, which is longer: the server should be the first to
    /// speak of a slow statement.
    private static final Duration SILENCE = STATEMENT.plusSeconds(1);

    /// A plan is made for the values at hand, and never compiled: compiling takes longer than any
    /// page. Reading a whole table is never the better way.
    private static final String SETTINGS =
            """
            SET search_path = %s, public;
            SET plan_cache_mode = force_custom_plan;
            SET jit = off;
            SET enable_seqscan = off;
            SET statement_timeout = %d;
            SET idle_in_transaction_session_timeout = %d"""
                    .formatted(SCHEMA, STATEMENT.toMillis(), Duration.ofMinutes(5).toMillis());

    private final HikariDataSource pool;
    private final PostgresIndexes indexes;
    private final Dialect dialect;

    private PostgresDatabase(HikariDataSource pool, PostgresIndexes indexes, Dialect dialect) {
        this.pool = pool;
        this.indexes = indexes;
        this.dialect = dialect;
    }

    /// Connects, and brings the schema up to date; of several that start together, one does so and
    /// the others wait.
    static PostgresDatabase open(String url, String user, String password) {
        Flyway.configure()
                .dataSource(url, user, password)
                .schemas(SCHEMA)
                .locations("classpath:dev/rollcall/jdbc/postgres")
                .load()
                .migrate();
        var indexes = new PostgresIndexes(Jdbi.create(url, user, password));
        boolean findsTexts = indexes.complete();
        var pool = new HikariDataSource(config(url, user, password));
        return new PostgresDatabase(pool, indexes, new PostgresDialect(findsTexts));
    }

    private static HikariConfig config(String url, String user, String password) {
        var config = new HikariConfig();
        config.setPoolName("rollcall-postgres");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.addDataSourceProperty("ApplicationName", "rollcall");
        config.addDataSourceProperty("connectTimeout", Long.toString(PATIENCE.toSeconds()));
        config.addDataSourceProperty("socketTimeout", Long.toString(SILENCE.toSeconds()));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.setConnectionInitSql(SETTINGS);
        config.setConnectionTimeout(PATIENCE.toMillis());
        // All that a transaction reads is of the moment of its first read.
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return config;
    }

    @Override
    public DataSource pool() {
        return pool;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public int keep(List<ProcessingJob> batch, ToIntFunction<Scope> scopeIds, Handle handle) {
        return PostgresBatch.keep(batch, scopeIds, handle);
    }

    /// The server's commit is durable, as far as its settings promise.
    @Override
    public int committed(IntSupplier write) {
        return write.getAsInt();
    }

    @Override
    public void inBulk(Runnable work) {
        indexes.putOff(work);
    }

    @Override
    public void close() {
        pool.close();
    }
}
