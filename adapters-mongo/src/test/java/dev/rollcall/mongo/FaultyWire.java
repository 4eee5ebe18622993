package dev.rollcall.mongo;

import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

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
import java.util.function.BiFunction;
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
        BREAKS,
        /// It is carried out, and the answer's document has another length than it says.
        ANSWER_IS_MALFORMED
    }

    /// Where the document of an answer begins, but for the first of a connection.
    private static final int DOCUMENT = 21;

    /// Where it begins in that one, an `OP_REPLY`, which says so in its header.
    private static final int DOCUMENT_OF_REPLY = 36;

    private static final int OPCODE = 12;
    private static final int OP_REPLY = 1;

    private final ServerSocket entry;
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Function<String, Fate> fates = _ -> Fate.PASSES;
    private volatile BiFunction<String, BsonDocument, BsonDocument> rewriting =
            (_, answer) -> answer;

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

    /// Rewrites from now on each answer, told which request it is to, by its bytes as characters.
    void rewrite(BiFunction<String, BsonDocument, BsonDocument> rewriting) {
        this.rewriting = rewriting;
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
                String text = new String(request, StandardCharsets.ISO_8859_1);
                switch (fates.apply(text)) {
                    case PASSES -> {
                        upstream.getOutputStream().write(request);
                        byte[] answer = message(upstream.getInputStream());
                        client.getOutputStream().write(rewritten(text, answer));
                    }
                    case ANSWER_IS_MALFORMED -> {
                        upstream.getOutputStream().write(request);
                        byte[] answer = message(upstream.getInputStream());
                        answer[DOCUMENT]++;
                        client.getOutputStream().write(answer);
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

    private byte[] rewritten(String request, byte[] answer) {
        int opcode = ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN).getInt(OPCODE);
        int begin = opcode == OP_REPLY ? DOCUMENT_OF_REPLY : DOCUMENT;
        var codec = new BsonDocumentCodec();
        var document = new RawBsonDocument(answer, begin, answer.length - begin).decode(codec);
        var rewritten =
                new RawBsonDocument(rewriting.apply(request, document), codec).getByteBuffer();
        int length = begin + rewritten.remaining();
        return ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(answer, 0, begin)
                .put(rewritten.asNIO())
                .putInt(0, length)
                .array();
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
