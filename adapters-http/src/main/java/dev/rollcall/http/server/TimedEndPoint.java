package dev.rollcall.http.server;

import org.eclipse.jetty.io.CyclicTimeout;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/// The server's end of a connection. It closes the connection when the client takes too long to
/// send the head of a request, or sends no further request.
///
/// Jetty's idle timeout starts again with each byte, so it never ends a client that sends one byte
/// a second.
final class TimedEndPoint extends SocketChannelEndPoint {

    private final HttpSettings.Limits limits;
    private final CyclicTimeout timeout;

    /// Whether a request was answered and nothing of the next one has arrived.
    private final AtomicBoolean idle = new AtomicBoolean();

    TimedEndPoint(
            SocketChannel channel,
            ManagedSelector selector,
            SelectionKey key,
            Scheduler scheduler,
            HttpSettings.Limits limits) {
        super(channel, selector, key, scheduler);
        this.limits = limits;
        timeout =
                new CyclicTimeout(scheduler) {
                    @Override
                    public void onTimeoutExpired() {
                        giveUp();
                    }
                };
    }

    /// The end point that a request came through.
    static TimedEndPoint of(Request request) {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        return (TimedEndPoint) (endPoint instanceof EndPoint.Wrapper tls ? tls.unwrap() : endPoint);
    }

    @Override
    public void onOpen() {
        expireAfter(limits.clientTimeout());
        super.onOpen();
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        int filled = super.fill(buffer);
        if (filled > 0 && idle.compareAndSet(true, false)) {
            expireAfter(limits.clientTimeout());
        }
        return filled;
    }

    /// The head of a request has arrived. From here on, whoever reads the body and writes the
    /// answer watches the time.
    void headArrived() {
        idle.set(false); // It may have arrived with the request before it.
        timeout.cancel();
    }

    /// A request was answered, and the next one may come.
    void answered() {
        expireAfter(limits.keepAlive());
        idle.set(true);
    }

    @Override
    public void onClose(@Nullable Throwable cause) {
        timeout.destroy();
        super.onClose(cause);
    }

    private void expireAfter(Duration time) {
        timeout.schedule(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Says to the client that no further request is answered, if none is under way. The client may
    /// be sending one nevertheless, so this end still receives: closing it would reset the
    /// connection.
    void endIfIdle() {
        if (idle.get() && !isOutputShutdown()) {
            outermost().shutdownOutput();
        }
    }

    private void giveUp() {
        outermost().close(new TimeoutException("no request in time"));
    }

    private EndPoint outermost() {
        return getConnection() instanceof SslConnection tls ? tls.getSslEndPoint() : this;
    }
}
