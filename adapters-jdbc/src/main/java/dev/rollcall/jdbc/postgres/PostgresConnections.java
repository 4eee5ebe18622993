package dev.rollcall.jdbc.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;

import dev.rollcall.application.StorageUnsuitable;

import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.sql.DriverManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// How a PostgreSQL database is connected to.
///
/// @param password asked for with each new connection, since it may change; if there is none, the
///   driver looks into the `.pgpass` file
/// @param pooled whether sessions of the server are shared with others, a transaction at a time
record PostgresConnections(
        String url,
        String user,
        Supplier<Optional<String>> password,
        PostgresTimeouts timeouts,
        boolean pooled) {

    static final String SCHEMA = "rollcall";

    /// The oldest version that Rollcall is tested with.
    private static final int OLDEST_MAJOR = 15;

    private static final String MAJOR = "SELECT current_setting('server_version_num')::int / 10000";

    PostgresConnections(
            String url,
            String user,
            Supplier<Optional<String>> password,
            PostgresTimeouts timeouts) {
        this(url, user, password, timeouts, TransactionPooler.isAskedFor(url));
    }

    /// These connections, once it is known what they lead to.
    ///
    /// @throws StorageUnsuitable if the server is too old
    PostgresConnections examined() {
        var jdbi = sharing(true).connecting(timeouts.toConnectAndRead());
        refuseOlderThanOldest(
                jdbi.withHandle(handle -> handle.createQuery(MAJOR).mapTo(Integer.class).one()));
        return sharing(pooled || TransactionPooler.isMetBy(jdbi));
    }

    private PostgresConnections sharing(boolean sessions) {
        return new PostgresConnections(url, user, password, timeouts, sessions);
    }

    /// Runs work in a transaction on a connection of its own, whose statements may take any time,
    /// such as building an index.
    void unlimited(Consumer<Handle> work) {
        unlimitedly(
                handle -> {
                    work.accept(handle);
                    return true;
                });
    }

    <T> T unlimitedly(Function<Handle, T> work) {
        return TransactionSettings.unlimited()
                .of(connecting(timeouts.toConnect()))
                .inTransaction(work::apply);
    }

    /// Gathers statistics, and notes which rows everybody sees. Not possible in a transaction.
    void vacuum() {
        connecting(timeouts.toConnect())
                .useHandle(
                        handle ->
                                handle.execute(
                                        "VACUUM (ANALYZE) %1$s.job, %1$s.job_name, %1$s.job_details"
                                                .formatted(SCHEMA)));
    }

    private Jdbi connecting(Map<String, String> waiting) {
        return Jdbi.create(() -> DriverManager.getConnection(url, login(waiting)));
    }

    private Properties login(Map<String, String> waiting) {
        var properties = new Properties();
        properties.putAll(driver(waiting));
        properties.setProperty("user", user);
        password.get().ifPresent(it -> properties.setProperty("password", it));
        return properties;
    }

    /// Settings of the driver. If it knows that the server is no older than that, it says all that
    /// it wants of a session when it logs in, and sets nothing afterwards.
    private Map<String, String> driver(Map<String, String> waiting) {
        Map<String, String> settings = new HashMap<>(waiting);
        settings.put("ApplicationName", "rollcall");
        settings.put("assumeMinServerVersion", Integer.toString(OLDEST_MAJOR));
        if (pooled) {
            settings.put("prepareThreshold", "0");
        }
        return settings;
    }

    /// Brings the schema up to date. What does so sets the session's search path, so it is kept
    /// from sessions that are shared; and it takes as long as all the rest of a start, so it is
    /// kept from a schema that is the newest.
    ///
    /// @throws StorageUnsuitable if there is something to do, and a pooler in the way
    void migrate() {
        var jdbi = connecting(timeouts.toConnectAndRead());
        if (pooled) {
            SchemaVersion.requireNewest(jdbi);
        } else if (SchemaVersion.of(jdbi) != SchemaVersion.NEWEST) {
            Flyway.configure()
                    .dataSource(url, user, password.get().orElse(null))
                    .jdbcProperties(driver(timeouts.toConnect()))
                    .schemas(SCHEMA)
                    .locations("classpath:dev/rollcall/jdbc/postgres")
                    .load()
                    .migrate();
        }
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

    /// What sessions that are not shared keep: what most transactions need, which read.
    private TransactionSettings kept() {
        return TransactionSettings.snapshots(timeouts);
    }

    /// Has all transactions on connections of the [#pool] have these settings.
    Jdbi setting(TransactionSettings settings, Jdbi pool) {
        return (pooled ? settings : settings.beyond(kept())).of(pool);
    }

    /// Connections for calls, and for work that may take any time unless the network is silent.
    HikariDataSource pool() {
        var config = new HikariConfig();
        config.setPoolName("rollcall-postgres");
        config.setJdbcUrl(url);
        config.setCredentialsProvider(() -> Credentials.of(user, password.get().orElse(null)));
        driver(timeouts.toConnectAndRead()).forEach(config::addDataSourceProperty);
        config.addDataSourceProperty("socketFactory", RawSockets.class.getName());
        if (!pooled) {
            config.setConnectionInitSql(kept().forSession());
        }
        config.setConnectionTimeout(timeouts.connect().minus(timeouts.validation()).toMillis());
        config.setValidationTimeout(timeouts.validation().toMillis());
        return new HikariDataSource(config);
    }
}
