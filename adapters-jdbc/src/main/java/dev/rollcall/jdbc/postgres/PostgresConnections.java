package dev.rollcall.jdbc.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import dev.rollcall.application.StorageUnsuitable;

import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.util.Properties;
import java.util.function.Consumer;

/// How a PostgreSQL database is connected to.
record PostgresConnections(String url, String user, String password, PostgresTimeouts timeouts) {

    private static final String SCHEMA = "rollcall";

    /// The oldest version that Rollcall is tested with.
    private static final int OLDEST_MAJOR = 15;

    private static final String MAJOR = "SELECT current_setting('server_version_num')::int / 10000";

    /// Where tables and indexes are found, and the extension that indexes need.
    private static final String SEARCH_PATH = "SET search_path = " + SCHEMA + ", public";

    /// Runs work on a connection of its own whose statements may take any time, such as building an
    /// index.
    void unlimited(Consumer<Handle> work) {
        connecting()
                .useHandle(
                        handle -> {
                            handle.execute(SEARCH_PATH);
                            handle.execute("SET maintenance_work_mem = '256MB'");
                            work.accept(handle);
                        });
    }

    private Jdbi connecting() {
        var properties = new Properties();
        properties.putAll(timeouts.toConnect());
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return Jdbi.create(url, properties);
    }

    /// Brings the schema up to date.
    ///
    /// @throws StorageUnsuitable if the server is too old
    void migrate() {
        refuseOlderThanOldest(
                connecting()
                        .withHandle(
                                handle -> handle.createQuery(MAJOR).mapTo(Integer.class).one()));
        Flyway.configure()
                .dataSource(url, user, password)
                .jdbcProperties(timeouts.toConnect())
                .schemas(SCHEMA)
                .locations("classpath:dev/rollcall/jdbc/postgres")
                .load()
                .migrate();
    }

    /// @param major the major version of a server
    /// @throws StorageUnsuitable if that is older than the oldest supported one
    static void refuseOlderThanOldest(int major) {
        if (major < OLDEST_MAJOR) {
            throw new StorageUnsuitable(
                    "The server is PostgreSQL %d; Rollcall needs %d or later."
                            .formatted(major, OLDEST_MAJOR),
                    "upgrade the server, or use a newer one.");
        }
    }

    /// Connections for calls, whose statements must not take long.
    HikariDataSource pool() {
        var config = new HikariConfig();
        config.setPoolName("rollcall-postgres");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        timeouts.toConnectAndRead().forEach(config::addDataSourceProperty);
        config.addDataSourceProperty("ApplicationName", "rollcall");
        config.setConnectionInitSql(settings());
        config.setConnectionTimeout(timeouts.connect().minus(timeouts.validation()).toMillis());
        config.setValidationTimeout(timeouts.validation().toMillis());
        // A transaction reads one snapshot, which its first read takes.
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return new HikariDataSource(config);
    }

    /// A plan is made for the values at hand, without compiling it and without parallel workers:
    /// either takes longer than most pages. Scanning a whole table is never the better plan, nor is
    /// sorting what an index has in order. Without statistics the planner would do both, because it
    /// takes the jobs for few. New names wait in a short list before they enter the index of texts,
    /// because every search for a text reads that list.
    private String settings() {
        return """
        %s;
        SET plan_cache_mode = force_custom_plan;
        SET jit = off;
        SET max_parallel_workers_per_gather = 0;
        SET enable_seqscan = off;
        SET enable_sort = off;
        SET enable_incremental_sort = off;
        SET statement_timeout = %d;
        SET gin_pending_list_limit = '512kB';
        SET idle_in_transaction_session_timeout = '5min'\
        """
                .formatted(SEARCH_PATH, timeouts.statement().toMillis());
    }
}
