package dev.rollcall.http.server;

import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/// Accepts connections, and gives each of them a [TimedEndPoint].
final class TimedConnector extends ServerConnector {

    /// How many clients may wait to be accepted. The others are refused by the kernel, and try
    /// again a second later.
    private static final int ACCEPT_QUEUE = 1024;

    private final HttpSettings.Limits limits;

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

    @Override
    protected SocketChannelEndPoint newEndPoint(
            SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        var endPoint = new TimedEndPoint(channel, selector, key, getScheduler(), limits);
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }

    /// Jetty shortens the idle timeout of all connections when closing begins, but it misses those
    /// that are just being accepted.
    @Override
    protected void onEndPointOpened(EndPoint endPoint) {
        super.onEndPointOpened(endPoint);
        if (isShutdown()) {
            endPoint.setIdleTimeout(getShutdownIdleTimeout());
        }
    }
}
