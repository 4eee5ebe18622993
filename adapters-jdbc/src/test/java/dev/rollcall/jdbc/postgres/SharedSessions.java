package dev.rollcall.jdbc.postgres;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A transaction pooler: it logs in to a server a few times, and lends each transaction of a client
/// another session than the one before, if there is one free. It passes on what either side says,
/// and looks at the kind of each message only.
final class SharedSessions implements AutoCloseable {

    /// How many sessions there are.
    static final int COUNT = 2;

    private static final int VERSION_3 = 0x30000;

    private static final byte[] LOGGED_IN = {0, 0, 0, 0};

    private static final byte[] IDLE = {'I'};

    private final int server;
    private final String database;
    private final ServerSocket listening;
    private final List<Session> sessions;
    private final Queue<Socket> clients = new ConcurrentLinkedQueue<>();

    /// @param url of a database, whose user needs no password
    SharedSessions(String url) throws IOException {
        this.server = Integer.parseInt(url.replaceFirst(".*:(\\d+)/.*", "$1"));
        this.database = url.replaceFirst(".*/", "");
        this.sessions = List.of(new Session(), new Session());
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(listening.getLocalPort(), database);
    }

    private static final class Message {

        private final int kind;
        private final byte[] body;

        Message(int kind, byte[] body) {
            this.kind = kind;
            this.body = body;
        }

        static Message read(DataInputStream in) throws IOException {
            int kind = in.readUnsignedByte();
            byte[] body = new byte[in.readInt() - Integer.BYTES];
            in.readFully(body);
            return new Message(kind, body);
        }

        void write(DataOutputStream out) throws IOException {
            var message = ByteBuffer.allocate(1 + Integer.BYTES + body.length);
            message.put((byte) kind).putInt(body.length + Integer.BYTES).put(body);
            out.write(message.array());
        }

        /// A query, the end of several that are answered as one, or the end of what is copied.
        boolean isAnsweredWithReady() {
            return "QScf".indexOf(kind) >= 0;
        }

        boolean isReady() {
            return kind == 'Z';
        }

        boolean isReadyForTransaction() {
            return isReady() && body[0] == 'I';
        }
    }

    /// A session of the server, and what it said of itself when it began.
    private final class Session {

        private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), server);
        private final DataInputStream in = new DataInputStream(socket.getInputStream());
        private final DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        private final List<Message> parameters;
        private boolean lent;

        Session() throws IOException {
            socket.setTcpNoDelay(true);
            byte[] login =
                    "user\0%s\0database\0%s\0client_encoding\0UTF8\0DateStyle\0ISO\0\0"
                            .formatted(PostgresServer.USER, database)
                            .getBytes(StandardCharsets.UTF_8);
            out.writeInt(login.length + 2 * Integer.BYTES);
            out.writeInt(VERSION_3);
            out.write(login);
            Queue<Message> said = new ConcurrentLinkedQueue<>();
            for (var next = Message.read(in); !next.isReady(); next = Message.read(in)) {
                said.add(next);
            }
            this.parameters = said.stream().filter(it -> it.kind == 'S').toList();
        }
    }

    private synchronized Session lend(Session before) throws InterruptedException {
        while (true) {
            for (Session session : sessions) {
                if (!session.lent && session != before) {
                    session.lent = true;
                    return session;
                }
            }
            if (!before.lent) {
                before.lent = true;
                return before;
            }
            wait();
        }
    }

    private synchronized void takeBack(Session session) {
        session.lent = false;
        notifyAll();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                client.setTcpNoDelay(true);
                clients.add(client);
                Thread.startVirtualThread(() -> serve(client));
            }
        } catch (IOException e) {
            cut();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new DataInputStream(socket.getInputStream());
            var out = new DataOutputStream(socket.getOutputStream());
            logIn(in, out);
            Session session = sessions.getFirst();
            while (true) {
                var first = Message.read(in);
                if (first.kind == 'X') {
                    return;
                }
                session = lend(session);
                passTransaction(first, in, out, session);
                takeBack(session);
            }
        } catch (IOException | InterruptedException e) {
            // The client has gone, and what it had open goes with this pooler.
        }
    }

    /// Any login is right. The client hears of a process that there is not, as it does of
    /// PgBouncer.
    private void logIn(DataInputStream in, DataOutputStream out) throws IOException {
        while (startup(in) != VERSION_3) {
            out.writeByte('N');
        }
        new Message('R', LOGGED_IN).write(out);
        for (Message parameter : sessions.getFirst().parameters) {
            parameter.write(out);
        }
        new Message('K', new byte[2 * Integer.BYTES]).write(out);
        new Message('Z', IDLE).write(out);
    }

    private static int startup(DataInputStream in) throws IOException {
        int length = in.readInt();
        int version = in.readInt();
        in.skipNBytes(length - 2L * Integer.BYTES);
        return version;
    }

    /// Lets client and server speak by turns: the server when the client waits for it.
    private static void passTransaction(
            Message first, DataInputStream in, DataOutputStream out, Session session)
            throws IOException {
        var next = first;
        while (true) {
            next.write(session.out);
            if (next.isAnsweredWithReady() && isOver(out, session)) {
                return;
            }
            next = Message.read(in);
        }
    }

    /// Passes on an answer.
    ///
    /// @return whether the transaction is over
    private static boolean isOver(DataOutputStream out, Session session) throws IOException {
        while (true) {
            var answer = Message.read(session.in);
            answer.write(out);
            if (answer.isReady()) {
                return answer.isReadyForTransaction();
            }
            if (answer.kind == 'G') {
                return false;
            }
        }
    }

    private void cut() {
        try {
            for (Socket client : clients) {
                client.close();
            }
            for (Session session : sessions) {
                session.socket.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
    }
}
