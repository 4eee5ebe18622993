package dev.rollcall.bench.pages;

import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// A Jetty that reads each request and answers what was `PUT` at its path: the least that a page
/// can cost over HTTP.
final class Canned implements AutoCloseable {

    private final Server server = new Server(new VirtualThreadPool(0));
    private final ServerConnector connector;

    Canned() throws Exception {
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setHttpCompliance(HttpCompliance.STRICT);
        connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Answers());
        server.start();
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server did not stop", e);
        }
    }

    private static final class Answers extends Handler.Abstract {

        private final Map<String, ByteBuffer> byPath = new ConcurrentHashMap<>();

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            String path = request.getHttpURI().getPath();
            var body = Content.Source.asByteBuffer(request);
            if (request.getMethod().equals("PUT")) {
                byPath.put(path, body);
                body = ByteBuffer.allocate(0);
            } else {
                body = Objects.requireNonNull(byPath.get(path)).slice();
            }
            response.getHeaders()
                    .put(HttpHeader.CONTENT_TYPE, "application/x-amz-json-1.1")
                    .put(HttpHeader.CONTENT_LENGTH, body.remaining());
            response.write(true, body, callback);
            return true;
        }
    }
}
