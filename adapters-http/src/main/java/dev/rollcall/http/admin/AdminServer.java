package dev.rollcall.http.admin;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Answers `GET /health/live`, `/health/ready` and `/metrics`, without a signature. It shares
/// nothing with the server of the API, so clients that block that one do not block this one.
public final class AdminServer implements AutoCloseable {

    private static final int CONNECTIONS = 256;
    private static final int HEAD_BYTES = 8 * 1024;

    /// How long a client may take for a request, and until the next one.
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final String host;
    private final Server server;
    private final ServerConnector connector;

    /// @param port 0 for any free one
    /// @param notReady why the server of the API is not ready; empty if it is
    /// @param metrics what `/metrics` answers
    public AdminServer(
            String host, int port, Supplier<Optional<String>> notReady, Supplier<String> metrics) {
        this(host, port, notReady, metrics, LIMIT);
    }

    AdminServer(
            String host,
            int port,
            Supplier<Optional<String>> notReady,
            Supplier<String> metrics,
            Duration limit) {
        this.host = host;
        server = new Server(new VirtualThreadPool(0));
        var configuration = new HttpConfiguration();
        configuration.setRequestHeaderSize(HEAD_BYTES);
        configuration.setSendServerVersion(false);
        connector = connector(limit, new HttpConnectionFactory(configuration));
        connector.setHost(host);
        connector.setPort(port);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, connector));
        server.setStopTimeout(0);
        server.setErrorHandler(AdminServer::refuse);
        server.setHandler(new Pages(notReady, metrics));
    }

    private ServerConnector connector(Duration limit, HttpConnectionFactory http) {
        return new ServerConnector(server, 1, 1, http) {
            @Override
            protected SocketChannelEndPoint newEndPoint(
                    SocketChannel channel, ManagedSelector selector, SelectionKey key) {
                var endPoint = new PromptEndPoint(channel, selector, key, getScheduler(), limit);
                endPoint.setIdleTimeout(getIdleTimeout());
                return endPoint;
            }
        };
    }

    /// Starts to listen.
    ///
    /// @throws IOException if it can't listen there
    public void start() throws IOException {
        try {
            connector.open();
            server.start();
        } catch (IOException e) {
            close();
            throw e;
        } catch (Exception e) {
            close();
            throw new IOException("The server cannot start: " + e.getMessage(), e);
        }
    }

    /// Where it listens.
    public URI uri() {
        String spelled = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + spelled + ":" + connector.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server did not stop", e);
        }
    }

    /// What Jetty refuses, with the status that it chose.
    private static boolean refuse(Request request, Response response, Callback callback) {
        write(
                response,
                response.getStatus(),
                HttpStatus.getMessage(response.getStatus()),
                callback);
        return true;
    }

    private static void write(Response response, int status, String line, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        Content.Sink.write(response, true, line + "\n", callback);
    }

    private static final class Pages extends Handler.Abstract {

        private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

        private final Supplier<Optional<String>> notReady;
        private final Supplier<String> metrics;

        Pages(Supplier<Optional<String>> notReady, Supplier<String> metrics) {
            this.notReady = notReady;
            this.metrics = metrics;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
                response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
                write(response, HttpStatus.METHOD_NOT_ALLOWED_405, "GET only", callback);
                return true;
            }
            switch (Request.getPathInContext(request)) {
                case "/health/live" -> write(response, HttpStatus.OK_200, "live", callback);
                case "/health/ready" -> ready(response, callback);
                case "/metrics" -> {
                    response.getHeaders().put(HttpHeader.CONTENT_TYPE, PROMETHEUS);
                    Content.Sink.write(response, true, metrics.get(), callback);
                }
                default ->
                        write(
                                response,
                                HttpStatus.NOT_FOUND_404,
                                "There are /health/live, /health/ready and /metrics.",
                                callback);
            }
            return true;
        }

        private void ready(Response response, Callback callback) {
            var reason = notReady.get();
            write(
                    response,
                    reason.isEmpty() ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503,
                    reason.map(it -> "not ready: " + it).orElse("ready"),
                    callback);
        }
    }
}
