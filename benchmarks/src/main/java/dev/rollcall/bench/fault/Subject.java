package dev.rollcall.bench.fault;

import dev.rollcall.bench.packaged.PackagedServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/// A server that may be ended and started again on what it has stored.
final class Subject implements Client.Connecting, AutoCloseable {

    private final String heap;
    private final List<String> options;
    private volatile @Nullable PackagedServer server;

    /// @param heap its largest heap, as `-Xmx` takes it
    /// @param options those of `serve`, without ports
    Subject(String heap, List<String> options) {
        this.heap = heap;
        this.options = new ArrayList<>(options);
        this.options.addAll(List.of("--admin-port", "0"));
    }

    /// Starts it, and returns when it answers.
    void start() throws IOException {
        try (var _ = server) {
            server = PackagedServer.start(heap, options);
        }
    }

    /// The server that runs, or ran last.
    PackagedServer server() {
        PackagedServer started = server;
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return started;
    }

    @Override
    public Socket connect() throws IOException {
        if (!server().isAlive()) {
            throw new ConnectException("the server does not run");
        }
        return server().connect();
    }

    @Override
    public void close() throws IOException {
        try (var _ = server) {
            server = null;
        }
    }
}
