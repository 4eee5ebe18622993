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

/// Closes a connection whose client lets the server wait too long for the whole head of a request.
///
/// Jetty's idle timeout starts again with each byte, so a client that sends a byte a second would
/// never meet it.
final class HeadDeadline extends Handler.Wrapper implements Connection.Listener {

    /// The timeout of a server that closes. As long as Jetty's with connections it knows of when
    /// the closing begins; it forgets those that it is just accepting.
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
            return; // The connection within it is opened with it, and has the deadline of both.
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

        /// Begins when the stream has succeeded; one that failed closes the connection.
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
