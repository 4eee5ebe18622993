package dev.rollcall.jdbc.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import dev.rollcall.application.StorageUnavailable;

import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;

/// How a PostgreSQL database is connected to.
public record PostgresConnections(
        String url, String user, String password, PostgresDeadlines deadlines) {

    /// The first version that Rollcall is tested with.
    private static final int OLDEST_MAJOR = 15;

    private static final String MAJOR = "SELECT current_setting('server_version_num')::int / 10000";

    /// Connections whose statements may take long.
    Jdbi unhurried() {
        var properties = new Properties();
        properties.putAll(deadlines.toConnect());
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return Jdbi.create(url, properties);
    }

    /// Brings the schema up to date.
    ///
    /// @throws StorageUnavailable if the server is too old
    void migrate() {
        refuseOlderThanOldest(
                unhurried()
                        .withHandle(
                                handle -> handle.createQuery(MAJOR).mapTo(Integer.class).one()));
        Flyway.configure()
                .dataSource(url, user, password)
                .jdbcProperties(deadlines.toConnect())
                .schemas(PostgresDatabase.SCHEMA)
                .locations("classpath:dev/rollcall/jdbc/postgres")
                .load()
                .migrate();
    }

    /// Refuses a server that is older than the oldest supported one.
    ///
    /// @throws StorageUnavailable if a server of this major version is too old
    public static void refuseOlderThanOldest(int major) {
        if (major < OLDEST_MAJOR) {
            String message =
                    "The server is PostgreSQL %d; Rollcall needs %d or later."
                            .formatted(major, OLDEST_MAJOR);
            throw new StorageUnavailable(message, new SQLFeatureNotSupportedException(message));
        }
    }

    /// Connections for calls, whose statements must not take long.
    HikariDataSource pool() {
        var config = new HikariConfig();
        config.setPoolName("rollcall-postgres");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        deadlines.toConnectAndRead().forEach(config::addDataSourceProperty);
        config.addDataSourceProperty("ApplicationName", "rollcall");
        config.setConnectionInitSql(settings());
        config.setConnectionTimeout(deadlines.patience().minus(deadlines.check()).toMillis());
        config.setValidationTimeout(deadlines.check().toMillis());
        // All that a transaction reads is of the moment of its first read.
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return new HikariDataSource(config);
    }

    /// A plan is made for the values at hand, and never compiled or shared out to other processes:
    /// either takes longer than most pages. Reading a whole table is never the better way, nor is
    /// sorting what an index has in order, which is what the planner would do where it lacks
    /// statistics and takes the jobs for few.
    private String settings() {
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
        SET idle_in_transaction_session_timeout = '5min'\
        """
                .formatted(
                        PostgresDatabase.SCHEMA,
                        deadlines.statement().toMillis(),
                        PostgresTextIndex.WAITING);
    }
}
