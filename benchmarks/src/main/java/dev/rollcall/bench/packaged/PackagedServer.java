package dev.rollcall.bench.packaged;

import java.io.BufferedReader;
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
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/// A server that the launcher started.
public final class PackagedServer implements AutoCloseable {

    /// The property that names the launcher, as `benchmarks/run` sets it.
    public static final String LAUNCHER = "rollcall.launcher";

    private static final String ADMIN = "Health and metrics: ";

    private final Process process;
    private final int port;
    private final OptionalInt adminPort;
    private final Path log;

    private PackagedServer(Process process, int port, OptionalInt adminPort, Path log) {
        this.process = process;
        this.port = port;
        this.adminPort = adminPort;
        this.log = log;
    }

    /// Starts a server over a data directory, and returns when it answers.
    ///
    /// @param heap its largest heap, as `-Xmx` takes it
    public static PackagedServer start(String heap, Path data) throws IOException {
        return start(heap, List.of("--data", data.toString()));
    }

    /// Starts a server, and returns when it answers.
    ///
    /// @param heap its largest heap, as `-Xmx` takes it
    /// @param options those of `serve`, without a port
    public static PackagedServer start(String heap, List<String> options) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(System.getProperty(LAUNCHER, "rollcall"), "serve", "--port", "0"));
        command.addAll(options);
        Path log = Files.createTempFile("rollcall-packaged", ".log");
        var builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().put("JAVA_OPTS", "-Xmx" + heap);
        var process = builder.start();
        try {
            return ready(process, log);
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static PackagedServer ready(Process process, Path log) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        var admin = OptionalInt.empty();
        String line = lines.readLine();
        if (line != null && line.startsWith(ADMIN)) {
            admin = OptionalInt.of(URI.create(line.substring(ADMIN.length())).getPort());
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("no server: " + Files.readString(log));
        }
        int port = URI.create(line.replaceFirst(".*(http\\S+).*", "$1")).getPort();
        return new PackagedServer(process, port, admin, log);
    }

    public Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    public int port() {
        return port;
    }

    /// The port for health and metrics.
    ///
    /// @throws java.util.NoSuchElementException if it was started without one
    public int adminPort() {
        return adminPort.orElseThrow();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// How many lines are in its log.
    public long logLines() throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.count();
        }
    }

    /// Its log so far.
    public String log() throws IOException {
        return Files.readString(log);
    }

    /// Sends SIGTERM.
    public void terminate() {
        process.destroy();
    }

    /// Sends SIGKILL, and returns when the process is gone.
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /// How long the server takes to end.
    public Duration awaitEnd() throws InterruptedException {
        long begun = System.nanoTime();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the server does not end");
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /// Sends SIGTERM, and says how long the server takes to end.
    public Duration stop() throws InterruptedException {
        terminate();
        return awaitEnd();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(log);
    }
}
