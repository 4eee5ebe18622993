package dev.rollcall.jdbc.h2;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import dev.rollcall.application.StorageInUse;
import dev.rollcall.application.StorageUnsuitable;

import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import javax.sql.DataSource;

/// How an H2 database is connected to.
final class H2Connections {

    /// How long a caller waits for a free connection before the store counts as unavailable.
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(3);

    private H2Connections() {}

    /// The first connection, which opens the database exclusively: otherwise H2 would let a second
    /// store of this process share it.
    ///
    /// @throws StorageInUse if the database is open already
    /// @throws StorageUnsuitable if the file is damaged
    static Connection keeper(String url) throws SQLException {
        try {
            return dataSource(H2Settings.with(url) + ";OPEN_NEW=TRUE").getConnection();
        } catch (SQLException e) {
            switch (e.getErrorCode()) {
                case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                        throw new StorageInUse("The H2 database is in use.", e);
                case ErrorCode.FILE_CORRUPTED_1 ->
                        throw new StorageUnsuitable(
                                "The database is damaged: " + e.getMessage(),
                                "move it away, and import an export of it into a new one.",
                                e);
                default -> throw e;
            }
        }
    }

    /// More connections to an open database, with its schema up to date.
    static HikariDataSource migrated(String url) throws SQLException {
        DataSource shared = dataSource(H2Settings.with(url));
        H2Migrations.complete(shared);
        new H2Indexes(Jdbi.create(shared)).complete();
        return new HikariDataSource(config(shared));
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
        config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        // A transaction reads one snapshot, which its first read takes.
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return config;
    }
}
