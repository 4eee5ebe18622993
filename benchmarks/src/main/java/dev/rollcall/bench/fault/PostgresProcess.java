package dev.rollcall.bench.fault;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A PostgreSQL server that may be killed, frozen and started again on what it has stored, with the
/// settings for durability that a server has if nobody changes them.
final class PostgresProcess implements Closeable {

    static final String SUPERUSER = "postgres";

    private final Path data;
    private final Path binaries;
    private final int port;
    private Process process;

    private PostgresProcess(Path data, Path binaries, int port) throws IOException {
        this.data = data;
        this.binaries = binaries;
        this.port = port;
        this.process = launched();
    }

    /// Started in a new directory.
    static PostgresProcess in(Path data) throws IOException, InterruptedException, SQLException {
        Path binaries;
        // It unpacks the programs, and makes the directory.
        try (var first =
                        EmbeddedPostgres.builder()
                                .setDataDirectory(data)
                                .setCleanDataDirectory(false)
                                .setPGStartupWait(Duration.ofMinutes(2))
                                .start();
                var connection = first.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT setting FROM pg_config WHERE name = 'BINDIR'")) {
            row.next();
            binaries = Path.of(row.getString(1));
        }
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var server = new PostgresProcess(data, binaries, port);
        server.awaitStart();
        return server;
    }

    int port() {
        return port;
    }

    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
    }

    /// A superuser's connection.
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(port), SUPERUSER, "");
    }

    void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Starts it again if it does not run, and returns when it answers.
    void start() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            process = launched();
        }
        awaitStart();
    }

    /// The server and all its children, at once.
    void kill() {
        var children = process.descendants().toList();
        process.destroyForcibly().onExit().join();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    void freeze() throws IOException, InterruptedException {
        Tools.send("STOP", process.toHandle());
    }

    void thaw() throws IOException, InterruptedException {
        Tools.send("CONT", process.toHandle());
    }

    /// Asks each client for its password from now on, except superusers.
    void askForPasswords() throws IOException, SQLException {
        Files.writeString(
                data.resolve("pg_hba.conf"),
                """
                host all %s 127.0.0.1/32 trust
                host all all 127.0.0.1/32 scram-sha-256
                """
                        .formatted(SUPERUSER));
        execute("SELECT pg_reload_conf()");
    }

    private void awaitStart() throws IOException, InterruptedException {
        while (!answers()) {
            if (!process.isAlive()) {
                process = launched();
            }
            Thread.sleep(20);
        }
    }

    private boolean answers() {
        try (var connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /// PostgreSQL does not run as root; in a user namespace of its own it does not know that it
    /// does.
    private Process launched() throws IOException {
        boolean isRoot = ProcessHandle.current().info().user().filter("root"::equals).isPresent();
        List<String> command = new ArrayList<>(isRoot ? List.of("unshare", "-U") : List.of());
        Collections.addAll(
                command,
                binaries.resolve("postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=");
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Override
    public void close() {
        kill();
    }
}
