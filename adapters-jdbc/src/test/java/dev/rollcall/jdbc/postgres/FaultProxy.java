package dev.rollcall.jdbc.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A proxy in front of a server that passes on what either side sends, until a test asks it to
/// fail.
final class FaultProxy implements AutoCloseable {

    private static final int PIECE = 256;

    /// How many bytes may lie between a client and us: few, so that it feels when none are taken.
    private static final int BACKLOG = 4096;

    private final int server;
    private final ServerSocket listening;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicLong requestsLeft = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong repliesLeft = new AtomicLong(Long.MAX_VALUE);
    private volatile boolean refusing;
    private volatile boolean silent;
    private volatile int pieceOfReply = PIECE;
    private volatile long delayNanos;

    /// @param server the server's port on this machine
    FaultProxy(int server) throws IOException {
        this.server = server;
        this.listening = new ServerSocket();
        listening.setReceiveBufferSize(BACKLOG);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.startVirtualThread(this::accept);
    }

    /// The URL of one of the server's databases, through this proxy.
    String inFrontOf(String url) {
        return url.replaceFirst(":\\d+/", ":" + listening.getLocalPort() + "/");
    }

    /// Cuts the connection that gets the byte after so many more bytes of replies.
    void cutRepliesAfter(long bytes) {
        repliesLeft.set(bytes);
    }

    /// Swallows all that is said from now on, also on new connections.
    void fallSilent() {
        silent = true;
    }

    /// Waits before each piece of a reply.
    void slowDown(long nanos) {
        delayNanos = nanos;
    }

    /// Lets a byte of a reply through now and then.
    void trickle(long nanos) {
        pieceOfReply = 1;
        delayNanos = nanos;
    }

    /// Takes about so many more bytes of what clients send, and lets them wait with the rest.
    void stopTakingAfter(long bytes) {
        requestsLeft.set(bytes);
    }

    /// Cuts all connections, and each new one.
    void refuse() {
        refusing = true;
        cutAll();
    }

    /// Passes on again. What was swallowed is lost, so connections that were silenced are cut.
    void heal() {
        requestsLeft.set(Long.MAX_VALUE);
        repliesLeft.set(Long.MAX_VALUE);
        pieceOfReply = PIECE;
        delayNanos = 0;
        refusing = false;
        if (silent) {
            cutAll();
        }
        silent = false;
    }

    private void cutAll() {
        sockets.forEach(FaultProxy::cut);
        sockets.clear();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                client.setTcpNoDelay(true);
                sockets.add(client);
                if (refusing) {
                    cut(client);
                } else {
                    connect(client);
                }
            }
        } catch (IOException e) {
            cutAll();
        }
    }

    private void connect(Socket client) {
        try {
            var behind = new Socket(InetAddress.getLoopbackAddress(), server);
            behind.setTcpNoDelay(true);
            sockets.add(behind);
            Thread.startVirtualThread(() -> pass(client, behind, false));
            Thread.startVirtualThread(() -> pass(behind, client, true));
        } catch (IOException e) {
            cut(client);
        }
    }

    private void pass(Socket from, Socket to, boolean reply) {
        byte[] piece = new byte[PIECE];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            for (int read; (read = in.read(piece)) >= 0; ) {
                if (silent) {
                    continue;
                }
                if (!reply) {
                    to.getOutputStream().write(piece, 0, read);
                    waitWhileTakingNoMore(read);
                } else if (!passedOn(piece, read, to.getOutputStream())) {
                    return;
                }
            }
        } catch (IOException e) {
            // One side has cut it: then the other side is cut too.
        }
    }

    /// Whether a reply may go on after these bytes of it.
    private boolean passedOn(byte[] reply, int length, OutputStream client) throws IOException {
        for (int at = 0, size; at < length; at += size) {
            size = Math.min(pieceOfReply, length - at);
            LockSupport.parkNanos(delayNanos);
            long left = repliesLeft.getAndAdd(-size);
            client.write(reply, at, Math.clamp(left, 0, size));
            if (left < size) {
                return false;
            }
        }
        return true;
    }

    private void waitWhileTakingNoMore(int taken) {
        requestsLeft.addAndGet(-taken);
        while (requestsLeft.get() < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cutAll();
    }
}
