package dev.rollcall.bootstrap;

import dev.rollcall.cli.files.SecretFile;
import dev.rollcall.cli.storage.PostgresUrl;
import dev.rollcall.cli.storage.StorageSettings;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// One PostgreSQL server, which runs as long as the tests do.
final class PostgresServer {

    /// Logs in without a password.
    static final String USER = "postgres";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresServer() {}

    /// The URL of a new and empty database.
    static String newDatabase() {
        String name = "rollcall_" + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return url(name);
    }

    static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(Running.SERVER.getPort(), database);
    }

    static StorageSettings settings(String url, Path tokenKeys) {
        return new StorageSettings.Postgres(
                PostgresUrl.of(url),
                USER,
                Optional.empty(),
                Optional.of(new SecretFile(tokenKeys)));
    }

    /// Token keys are in the database.
    static StorageSettings settings(String url) {
        return new StorageSettings.Postgres(
                PostgresUrl.of(url), USER, Optional.empty(), Optional.empty());
    }

    static void execute(String sql) {
        try (var connection = Running.SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Started when it is first asked for. It ends with the JVM, by a hook of its own.
    private static final class Running {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setPGStartupWait(Duration.ofMinutes(2))
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
