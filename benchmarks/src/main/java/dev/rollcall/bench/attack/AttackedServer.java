package dev.rollcall.bench.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A server that the launcher started, over a data directory.
final class AttackedServer implements AutoCloseable {

    /// The launcher, as `benchmarks/run` names it.
    private static final String LAUNCHER = System.getProperty("rollcall.launcher", "rollcall");

    private final Process process;
    private final int port;
    private final Path log;

    private AttackedServer(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /// Starts a server, and returns when it answers.
    ///
    /// @param heap its largest heap, as `-Xmx` takes it
    static AttackedServer start(String heap, Path data, String... options) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(LAUNCHER, "serve", "--port", "0", "--data", data.toString()));
        command.addAll(List.of(options));
        Path log = Files.createTempFile("rollcall-attacked", ".log");
        var builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().put("JAVA_OPTS", "-Xmx" + heap);
        var process = builder.start();
        String ready = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (ready == null) {
            throw new IOException("no server: " + Files.readString(log));
        }
        return new AttackedServer(
                process, URI.create(ready.replaceFirst(".*(http\\S+).*", "$1")).getPort(), log);
    }

    Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// How many lines are in its log.
    long logLines() throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.count();
        }
    }

    /// Sends SIGTERM.
    void terminate() {
        process.destroy();
    }

    /// How long the server takes to end.
    Duration awaitEnd() throws InterruptedException {
        long begun = System.nanoTime();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the server does not end");
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /// Sends SIGTERM, and says how long the server takes to end.
    Duration stop() throws InterruptedException {
        terminate();
        return awaitEnd();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(log);
    }
}
