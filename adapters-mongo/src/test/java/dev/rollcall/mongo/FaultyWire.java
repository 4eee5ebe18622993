package dev.rollcall.mongo;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// A wire to a server on this machine, which meets each message with a fate.
final class FaultyWire implements AutoCloseable {

    /// What becomes of a request.
    enum Fate {
        /// It is answered.
        PASSES,
        /// It is carried out, and the connection breaks before the answer.
        ANSWER_IS_CUT,
        /// Nothing is heard of it again.
        VANISHES,
        /// The connection breaks, and nothing is carried out.
        BREAKS
    }

    private final ServerSocket entry;
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Function<String, Fate> fates = _ -> Fate.PASSES;

    private FaultyWire(ServerSocket entry, int server) {
        this.entry = entry;
        this.server = server;
    }

    static FaultyWire to(int server) throws IOException {
        var wire =
                new FaultyWire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
        Thread.ofVirtual().start(wire::accept);
        return wire;
    }

    int port() {
        return entry.getLocalPort();
    }

    /// Decides from now on what becomes of each request, told by its bytes as characters.
    void meet(Function<String, Fate> decision) {
        fates = decision;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entry.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    /// One request, one answer, as the driver does without exhaust cursors.
    private void serve(Socket client) {
        try (client;
                var upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
            open.add(upstream);
            while (true) {
                byte[] request = message(client.getInputStream());
                switch (fates.apply(new String(request, StandardCharsets.ISO_8859_1))) {
                    case PASSES -> {
                        upstream.getOutputStream().write(request);
                        client.getOutputStream().write(message(upstream.getInputStream()));
                    }
                    case ANSWER_IS_CUT -> {
                        upstream.getOutputStream().write(request);
                        message(upstream.getInputStream());
                        return;
                    }
                    case VANISHES -> {
                        // The client waits for what does not come.
                    }
                    case BREAKS -> {
                        return;
                    }
                }
            }
        } catch (IOException _) {
            // One of the two hung up.
        }
    }

    /// A message of MongoDB's protocol: its length, in four bytes, is that of all of it.
    private static byte[] message(InputStream in) throws IOException {
        var data = new DataInputStream(in);
        byte[] length = new byte[4];
        data.readFully(length);
        byte[] message = new byte[ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt()];
        System.arraycopy(length, 0, message, 0, 4);
        data.readFully(message, 4, message.length - 4);
        return message;
    }

    /// Breaks all connections there are.
    void cut() {
        open.forEach(FaultyWire::close);
        open.clear();
    }

    @Override
    public void close() {
        try {
            entry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
