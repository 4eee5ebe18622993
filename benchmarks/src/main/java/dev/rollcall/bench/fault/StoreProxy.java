package dev.rollcall.bench.fault;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/// A network between a server and its store, which is as good as it is told to be.
final class StoreProxy implements Closeable {

    private static final int PIECE = 4096;

    private final int store;
    private final ServerSocket listening;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private volatile Network network = new Network.Good();

    /// @param store the store's port on this machine
    StoreProxy(int store) throws IOException {
        this.store = store;
        this.listening = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::accept);
    }

    /// How a network is.
    sealed interface Network {

        record Good() implements Network {}

        /// Each answer of the store is late by so much.
        record Slow(long millis) implements Network {}

        /// Each answer is cut off with its connection, once in so many times.
        record Cutting(int oneIn) implements Network {}

        /// Nothing arrives, and nobody is told.
        record Silent() implements Network {}
    }

    int port() {
        return listening.getLocalPort();
    }

    /// The network is like this from now on. What a silent one has swallowed does not come back, so
    /// what was connected then is cut when it is silent no more.
    void become(Network network) {
        boolean cut = this.network instanceof Network.Silent;
        this.network = network;
        if (cut) {
            cutAll();
        }
    }

    private void cutAll() {
        for (Socket socket = sockets.poll(); socket != null; socket = sockets.poll()) {
            close(socket);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                sockets.add(client);
                connect(client);
            }
        } catch (IOException e) {
            cutAll(); // Closed.
        }
    }

    private void connect(Socket client) {
        try {
            var behind = new Socket(InetAddress.getLoopbackAddress(), store);
            sockets.add(behind);
            client.setTcpNoDelay(true);
            behind.setTcpNoDelay(true);
            Thread.startVirtualThread(() -> pass(client, behind, false));
            Thread.startVirtualThread(() -> pass(behind, client, true));
        } catch (IOException e) {
            close(client);
        }
    }

    private void pass(Socket from, Socket to, boolean answer) {
        byte[] piece = new byte[PIECE];
        try (from;
                to) {
            var in = from.getInputStream();
            for (int read; (read = in.read(piece)) >= 0; ) {
                switch (network) {
                    case Network.Good() -> to.getOutputStream().write(piece, 0, read);
                    case Network.Slow(long millis) -> {
                        Thread.sleep(answer ? millis : 0);
                        to.getOutputStream().write(piece, 0, read);
                    }
                    case Network.Cutting(int oneIn) -> {
                        var random = ThreadLocalRandom.current();
                        boolean cuts = answer && random.nextInt(oneIn) == 0;
                        to.getOutputStream().write(piece, 0, cuts ? random.nextInt(read) : read);
                        if (cuts) {
                            return;
                        }
                    }
                    case Network.Silent() -> {}
                }
            }
        } catch (IOException e) {
            return; // One side has cut it, and so the other side is cut too.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cutAll();
    }
}
