package dev.rollcall.bootstrap;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A PostgreSQL server, and a standby that replays by streaming replication what it writes.
record ReplicatedPostgres(EmbeddedPostgres ofWrites, EmbeddedPostgres ofReads)
        implements AutoCloseable {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static final long PAUSE = 20_000_000;

    /// The standby begins with a copy of the primary's files, made while that is stopped.
    static ReplicatedPostgres start(Path dir) throws IOException {
        Path data = dir.resolve("primary");
        Path copy = dir.resolve("standby");
        server(data).start().close();
        copy(data, copy);
        var primary = server(data).start();
        Files.createFile(copy.resolve("standby.signal"));
        Files.writeString(
                copy.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=%d user=%s'%n"
                        .formatted(primary.getPort(), PostgresServer.USER));
        return new ReplicatedPostgres(primary, server(copy).start());
    }

    private static EmbeddedPostgres.Builder server(Path data) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setPGStartupWait(Duration.ofMinutes(2));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
        Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }

    /// The name of a database that is on the primary.
    String newDatabase() throws SQLException {
        String name = "rollcall_" + DATABASES.incrementAndGet();
        try (var connection = ofWrites.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        catchUp();
        return name;
    }

    String primary(String database) {
        return url(ofWrites, database);
    }

    String standby(String database) {
        return url(ofReads, database);
    }

    private static String url(EmbeddedPostgres server, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), database);
    }

    /// Waits until the standby has replayed all that the primary has written.
    void catchUp() throws SQLException {
        String written = ask(ofWrites, "pg_current_wal_lsn()");
        while (!ask(ofReads, "pg_last_wal_replay_lsn() >= '%s'".formatted(written)).equals("t")) {
            LockSupport.parkNanos(PAUSE);
        }
    }

    void pauseReplay() throws SQLException {
        ask(ofReads, "pg_wal_replay_pause()");
        while (!ask(ofReads, "pg_get_wal_replay_pause_state()").equals("paused")) {
            LockSupport.parkNanos(PAUSE);
        }
    }

    void resumeReplay() throws SQLException {
        ask(ofReads, "pg_wal_replay_resume()");
    }

    private static String ask(EmbeddedPostgres server, String expression) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT " + expression)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    @Override
    public void close() throws IOException {
        ofReads.close();
        ofWrites.close();
    }
}
