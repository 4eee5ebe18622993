package dev.rollcall.jdbc.postgres;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.jdbc.sql.SqlStore;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jdbi.v3.core.Jdbi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A PostgreSQL server, which runs as long as the tests do.
public final class PostgresServer {

    public static final String USER = "postgres";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresServer() {}

    static int port() {
        return Server.RUNNING.getPort();
    }

    /// Where the programs of a PostgreSQL server are.
    static Path binaries() {
        try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT setting FROM pg_config WHERE name = 'BINDIR'")) {
            row.next();
            return Path.of(row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Those of a store that has all, from A to Z.
    static final List<String> INDEXES =
            List.of(
                    "job_by_creation",
                    "job_by_modification",
                    "job_by_name",
                    "job_by_name_in_arn",
                    "job_by_status",
                    "job_by_status_and_creation",
                    "job_late_by_creation",
                    "job_late_by_modification",
                    "job_name_by_text");

    /// The indexes of jobs and of their names that a database has, from A to Z.
    static List<String> indexes(String url) {
        return Jdbi.create(url, USER, "")
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                SELECT indexname FROM pg_indexes
                                                WHERE schemaname = 'rollcall'
                                                    AND tablename IN ('job', 'job_name')
                                                ORDER BY indexname COLLATE "C\"\
                                                """)
                                        .mapTo(String.class)
                                        .list());
    }

    /// The URL of a new and empty database.
    public static String newDatabase() {
        return newDatabase("template1");
    }

    /// The URL of a new database with a schema and no jobs. Faster than to make the schema.
    public static String newStore() {
        return newDatabase(Template.NAME);
    }

    private static String newDatabase(String template) {
        String name = "rollcall_" + DATABASES.incrementAndGet();
        try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE DATABASE %s TEMPLATE %s STRATEGY FILE_COPY".formatted(name, template));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), name);
    }

    /// A database that is there to be copied.
    private static final class Template {

        static final String NAME = made();

        private static String made() {
            String url = newDatabase();
            database(url).close();
            return url.substring(url.lastIndexOf('/') + 1);
        }
    }

    /// A store of a database, with other timeouts than usual.
    static ProcessingJobStore store(String url, PostgresTimeouts timeouts) {
        return new SqlStore(database(url, timeouts));
    }

    static PostgresDatabase database(String url) {
        return database(url, PostgresTimeouts.DEFAULT);
    }

    static PostgresDatabase database(String url, PostgresTimeouts timeouts) {
        return PostgresDatabase.open(connections(url, timeouts));
    }

    static PostgresConnections connections(String url, PostgresTimeouts timeouts) {
        return new PostgresConnections(url, USER, Optional::empty, timeouts);
    }

    /// A server like this one.
    static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setPGStartupWait(Duration.ofMinutes(2));
    }

    /// Started with the first database. It ends with the JVM, by a hook of its own.
    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
