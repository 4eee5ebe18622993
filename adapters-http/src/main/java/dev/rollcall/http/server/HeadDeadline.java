package dev.rollcall.http.server;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.CyclicTimeout;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Closes a connection whose client takes too long to send the whole head of a request.
///
/// Jetty's idle timeout starts again with each byte, so it never ends a client that sends one byte
/// a second.
final class HeadDeadline extends Handler.Wrapper implements Connection.Listener {

    /// The timeout while the server is closing. It is the one that Jetty sets for the connections
    /// it knows when closing begins; Jetty misses those that are just being accepted.
    private static final Duration WHEN_CLOSING = Duration.ofSeconds(1);

    private final Map<Connection, Deadline> deadlines = new ConcurrentHashMap<>();
    private final Duration clientTimeout;

    HeadDeadline(Handler handler, Duration clientTimeout) {
        super(handler);
        this.clientTimeout = clientTimeout;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof SslConnection) {
            return; // The HTTP connection inside is opened at the same time, and has the deadline.
        }
        var deadline = new Deadline(connection);
        deadlines.put(connection, deadline);
        deadline.begin();
    }

    @Override
    public void onClosed(Connection connection) {
        Optional.ofNullable(deadlines.remove(connection)).ifPresent(CyclicTimeout::destroy);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional.ofNullable(deadlines.get(request.getConnectionMetaData().getConnection()))
                .ifPresent(
                        deadline -> {
                            deadline.cancel();
                            request.addHttpStreamWrapper(deadline::beginAfter);
                        });
        return super.handle(request, response, callback);
    }

    private final class Deadline extends CyclicTimeout {

        private final Connection connection;

        Deadline(Connection connection) {
            super(getServer().getScheduler());
            this.connection = connection;
        }

        void begin() {
            Duration time = getServer().isStopping() ? WHEN_CLOSING : clientTimeout;
            schedule(time.toMillis(), TimeUnit.MILLISECONDS);
        }

        /// Begins again when the stream has succeeded; a stream that fails closes its connection.
        HttpStream beginAfter(HttpStream stream) {
            return new HttpStream.Wrapper(stream) {
                @Override
                public void succeeded() {
                    // First, because the next request may be handled before `succeeded` returns.
                    begin();
                    super.succeeded();
                }
            };
        }

        @Override
        public void onTimeoutExpired() {
            connection.getEndPoint().close(new TimeoutException("no request in time"));
        }
    }
}
