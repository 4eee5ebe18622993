package dev.rollcall.jdbc.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A PostgreSQL server of one's own, with the settings for durability that a server has if nobody
/// changes them, that is killed and started again on what it has left behind.
final class MortalServer implements AutoCloseable {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final Path binaries = PostgresServer.binaries();
    private final Path data;
    private final int port;
    private Process server;

    /// Started, in a new directory.
    MortalServer(Path data) throws IOException {
        this.data = data;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        var initdb = run("initdb", "-A", "trust", "-U", PostgresServer.USER, "-E", "UTF-8");
        int outcome = initdb.onExit().join().exitValue();
        if (outcome != 0) {
            throw new IOException("initdb ended with " + outcome);
        }
        this.server = launched();
        awaitStart();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
    }

    /// Returns when the server answers. One that finds its dead forerunner's children still about
    /// refuses to start, and is started again.
    void start() throws IOException {
        server = launched();
        awaitStart();
    }

    /// The server and all its children, at once.
    void kill() {
        var children = server.descendants().toList();
        server.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        server.onExit().join();
    }

    private Process launched() throws IOException {
        return run(
                "postgres",
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=");
    }

    private void awaitStart() throws IOException {
        while (!answers()) {
            if (!server.isAlive()) {
                server = launched();
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private boolean answers() {
        try (var connection = DriverManager.getConnection(url(), PostgresServer.USER, "")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /// PostgreSQL does not run as root; in a user namespace of its own it does not know that it
    /// does.
    private Process run(String binary, String... arguments) throws IOException {
        boolean isRoot = ProcessHandle.current().info().user().filter("root"::equals).isPresent();
        List<String> command = new ArrayList<>(isRoot ? List.of("unshare", "-U") : List.of());
        Stream.of(binaries.resolve(binary), "-D", data).map(Object::toString).forEach(command::add);
        command.addAll(List.of(arguments));
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
