package dev.rollcall.bench.attack;

import dev.rollcall.bench.packaged.Exchange;
import dev.rollcall.bench.packaged.PackagedServer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Many clients that each send all of a body but its last byte, and begin again when they are
/// refused.
final class UnfinishedBodies {

    private final PackagedServer server;
    private final byte[] head;
    private final byte[] body;
    private final List<Thread> clients = new ArrayList<>();
    private final AtomicLong begun = new AtomicLong();
    private volatile boolean ended;

    /// @param announced whether the head says how long the body is
    UnfinishedBodies(PackagedServer server, int clients, int bytes, boolean announced) {
        this.server = server;
        this.head =
                Exchange.head(
                        announced ? "Content-Length: " + bytes : "Transfer-Encoding: chunked");
        this.body = announced ? spaces(bytes - 1) : chunk(bytes);
        for (int i = 0; i < clients; i++) {
            this.clients.add(Thread.ofVirtual().start(this::attack));
        }
    }

    private static byte[] spaces(int bytes) {
        var body = new byte[bytes];
        Arrays.fill(body, (byte) ' ');
        return body;
    }

    private static byte[] chunk(int bytes) {
        return (Integer.toHexString(bytes) + "\r\n" + " ".repeat(bytes - 1))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void attack() {
        while (!ended) {
            begun.incrementAndGet();
            try (var socket = server.connect()) {
                sendAndWait(socket);
            } catch (IOException refused) {
                // As the server likes.
            }
            pause();
        }
    }

    /// Until the server has had enough.
    private void sendAndWait(Socket socket) throws IOException {
        socket.setSoTimeout(500);
        OutputStream out = socket.getOutputStream();
        out.write(head);
        for (int sent = 0; sent < body.length; sent += 8192) {
            out.write(body, sent, Math.min(8192, body.length - sent));
        }
        while (!ended) {
            try {
                if (socket.getInputStream().read(new byte[1024]) < 0) {
                    return;
                }
            } catch (SocketTimeoutException stillWaitedFor) {
                // As long as it lasts.
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// How many bodies were begun.
    long begun() {
        return begun.get();
    }

    void end() throws InterruptedException {
        ended = true;
        for (var client : clients) {
            client.join();
        }
    }
}
