package dev.rollcall.http.server;

import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Accepts connections, and gives each of them a [TimedEndPoint].
///
/// A connection is made by the kernel, and waits there until the server accepts it. One that still
/// waits when the listening socket is closed is reset, though its client may have sent a request
/// already. So this connector accepts until none waits before it closes the socket.
final class TimedConnector extends ServerConnector {

    /// How many clients may wait to be accepted. The others are refused by the kernel, and try
    /// again a second later.
    private static final int ACCEPT_QUEUE = 1024;

    /// How often to look, while no client comes, whether it is time to close.
    private static final Duration LOOK = Duration.ofMillis(50);

    /// How long a connection that has no request yet may live once the server listens no more.
    private static final Duration LAST_REQUEST = Duration.ofSeconds(1);

    private final HttpSettings.Limits limits;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger opening = new AtomicInteger();
    private volatile boolean lastCall;

    TimedConnector(Server server, HttpSettings settings, ConnectionFactory... factories) {
        super(server, factories);
        limits = settings.limits();
        setHost(settings.host());
        setPort(settings.port());
        setAcceptQueueSize(ACCEPT_QUEUE);
        // Only a safety net: our own deadlines come first, because they can answer the client.
        setIdleTimeout(2 * longest(limits.clientTimeout(), limits.keepAlive()).toMillis());
    }

    private static Duration longest(Duration... durations) {
        return Collections.max(List.of(durations));
    }

    /// In place of Jetty's, which waits without an end and so could not be asked to close.
    @Override
    public void accept(int acceptorId) throws IOException {
        var listener = (ServerSocketChannel) getTransport();
        if (!listener.isOpen()) {
            LockSupport.parkNanos(LOOK.toNanos());
        } else if (lastCall) {
            acceptLast(listener);
        } else {
            try {
                listener.socket().setSoTimeout((int) LOOK.toMillis());
                admit(listener.socket().accept().getChannel());
            } catch (SocketTimeoutException e) {
                return; // Nobody came.
            }
        }
    }

    /// Only a connection that is made between the last two steps is reset.
    private void acceptLast(ServerSocketChannel listener) throws IOException {
        rehearse();
        listener.configureBlocking(false);
        for (var channel = listener.accept(); channel != null; channel = listener.accept()) {
            admit(channel);
        }
        listener.close();
        closed.countDown();
    }

    /// Classes that are used for the first time are loaded first, which would be time for a client
    /// to come between the last look and the end.
    private static void rehearse() throws IOException {
        try (var other = ServerSocketChannel.open()) {
            other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            other.configureBlocking(false);
            other.accept();
        }
    }

    private void admit(SocketChannel channel) throws IOException {
        opening.incrementAndGet();
        channel.configureBlocking(false);
        configure(channel.socket());
        getSelectorManager().accept(channel);
    }

    /// Accepts all clients that wait, and then listens no more.
    void closeListener() throws InterruptedException {
        lastCall = true;
        setAccepting(true); // Even if there are as many connections as may be.
        if (!closed.await(LAST_REQUEST.toMillis(), TimeUnit.MILLISECONDS)) {
            close();
        }
    }

    /// Ends the connections that have no request, at once those whose last one was answered; the
    /// others have a second to send one, which is refused.
    void endConnections() throws InterruptedException {
        long end = System.nanoTime() + LAST_REQUEST.toNanos();
        while (System.nanoTime() < end
                && (opening.get() > 0 || !getConnectedEndPoints().isEmpty())) {
            getConnectedEndPoints().forEach(endPoint -> ((TimedEndPoint) endPoint).endIfIdle());
            Thread.sleep(5);
        }
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(
            SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        var endPoint = new TimedEndPoint(channel, selector, key, getScheduler(), limits);
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }

    @Override
    protected void onEndPointOpened(EndPoint endPoint) {
        super.onEndPointOpened(endPoint);
        opening.decrementAndGet();
    }
}
