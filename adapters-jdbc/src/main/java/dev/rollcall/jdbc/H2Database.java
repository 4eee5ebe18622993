package dev.rollcall.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/// An open H2 database with its schema up to date and a pool of connections.
///
/// @param keeper a connection that nobody works on: H2 closes a database with its last connection,
///     so it stays open as long as this one does
record H2Database(Connection keeper, HikariDataSource pool) implements AutoCloseable {

    private static final String SETTINGS =
            Map.of(
                            // H2 closes with us, not with the first thread of the JVM's shutdown.
                            "DB_CLOSE_ON_EXIT", "FALSE",
                            // Rows are computed when they are read, so a walk can stop anywhere.
                            "LAZY_QUERY_EXECUTION", "TRUE",
                            "QUERY_CACHE_SIZE", "64",
                            // Failures are thrown and told; no file of them beside the database.
                            "TRACE_LEVEL_FILE", "0")
                    .entrySet()
                    .stream()
                    .map(setting -> ";" + setting.getKey() + "=" + setting.getValue())
                    .collect(Collectors.joining());

    /// How long a caller waits for a connection before the store counts as unavailable.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /// Opens the database `rollcall` of a directory, or makes it.
    ///
    /// Through `async`, whose channels outlive an interrupt: any other closes under a thread that
    /// is interrupted while it reads, and the whole database with it.
    static H2Database in(Path directory) throws SQLException {
        Path file = directory.toAbsolutePath().resolve("rollcall");
        if (file.toString().contains(";")) {
            throw new SQLException("H2 takes what follows a ';' in a path for settings: " + file);
        }
        return open("jdbc:h2:async:" + file);
    }

    /// A database of one's own that is gone when it is closed.
    static H2Database inMemory() throws SQLException {
        return open("jdbc:h2:mem:" + UUID.randomUUID());
    }

    private static H2Database open(String url) throws SQLException {
        // Opened anew: H2 would let a second store of this process share the database.
        Connection keeper = dataSource(url + SETTINGS + ";OPEN_NEW=TRUE").getConnection();
        try {
            DataSource shared = dataSource(url + SETTINGS);
            Flyway.configure()
                    .dataSource(shared)
                    .locations("classpath:dev/rollcall/jdbc/h2")
                    .load()
                    .migrate();
            return new H2Database(keeper, new HikariDataSource(config(shared)));
        } catch (RuntimeException e) {
            keeper.close();
            throw e;
        }
    }

    private static DataSource dataSource(String url) {
        var source = new JdbcDataSource();
        source.setUrl(url);
        source.setUser("sa");
        return source;
    }

    private static HikariConfig config(DataSource source) {
        var config = new HikariConfig();
        config.setPoolName("rollcall-h2");
        config.setDataSource(source);
        // H2 works in the caller's thread, so more connections than cores gain nothing; one writes.
        config.setMaximumPoolSize(Runtime.getRuntime().availableProcessors() + 1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        // All that a transaction reads is of the moment of its first read.
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return config;
    }

    @Override
    public void close() throws SQLException {
        pool.close();
        keeper.close();
    }
}
