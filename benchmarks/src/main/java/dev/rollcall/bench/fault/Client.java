package dev.rollcall.bench.fault;

import dev.rollcall.bench.packaged.Exchange;
import dev.rollcall.bench.packaged.Exchange.Answer;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Supplier;

/// A client that keeps its connection, makes another one when it has to, and sends a request again
/// until it is served.
final class Client implements AutoCloseable {

    /// How long to wait before a request is sent again.
    private static final int PAUSE_MILLIS = 50;

    private final String name;
    private final Connecting server;
    private final Tally tally;
    private @Nullable Socket socket;
    private long connecting;
    private @Nullable InputStream in;
    private volatile boolean ended;

    Client(String name, Connecting server, Tally tally) {
        this.name = name;
        this.server = server;
        this.tally = tally;
    }

    /// How to reach the server, wherever it is by now.
    interface Connecting {

        Socket connect() throws IOException;
    }

    String name() {
        return name;
    }

    Tally tally() {
        return tally;
    }

    boolean hasEnded() {
        return ended;
    }

    /// Gives up what is not served yet.
    void end() {
        ended = true;
    }

    /// The body of the answer with which a request is served, unless this client ends before.
    ///
    /// @param request made again for each attempt, since a signature is good for a while only
    Optional<String> served(Supplier<byte[]> request) throws InterruptedException {
        while (!ended) {
            long begun = System.nanoTime();
            try {
                Answer answer = send(request.get());
                long nanos = System.nanoTime() - begun;
                switch (answer.status()) {
                    case 200 -> {
                        tally.served(name, nanos);
                        return Optional.of(answer.body());
                    }
                    case 429, 503 -> tally.refused(words(answer), nanos);
                    default -> tally.wrong(words(answer));
                }
            } catch (IOException e) {
                disconnect();
                tally.cut(name + ": " + e, connecting);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return Optional.empty();
    }

    private String words(Answer answer) {
        return name + ": " + answer.status() + " " + answer.body();
    }

    /// Sends a request once.
    Answer send(byte[] request) throws IOException {
        Socket connected = socket;
        InputStream buffered = in;
        if (connected == null || buffered == null) {
            connecting = System.nanoTime();
            connected = server.connect();
            connected.setSoTimeout(Exchange.TIMEOUT_MILLIS);
            connected.setTcpNoDelay(true);
            buffered = new BufferedInputStream(connected.getInputStream());
            socket = connected;
            in = buffered;
        }
        connected.getOutputStream().write(request);
        Answer answer = Exchange.receive(buffered);
        if (answer.closes()) {
            disconnect();
        }
        return answer;
    }

    private void disconnect() {
        try (var _ = socket) {
            socket = null;
            in = null;
        } catch (IOException e) {
            tally.wrong(name + " cannot close: " + e);
        }
    }

    @Override
    public void close() {
        disconnect();
    }
}
