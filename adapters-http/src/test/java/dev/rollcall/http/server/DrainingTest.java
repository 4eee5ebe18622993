package dev.rollcall.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.awsjson.AwsErrorHandler;
import dev.rollcall.http.support.RawClient;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/// What clients are told of their connections once a server drains.
@Timeout(60)
class DrainingTest {

    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final Draining draining =
            new Draining(new InTwoParts(), new AwsErrorHandler(), Duration.ofSeconds(30));
    private Runnable beforeHead = () -> {};
    private Runnable afterHead = () -> {};

    /// An answer whose head is sent before its body is complete.
    private final class InTwoParts extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws IOException {
            beforeHead.run();
            response.getHeaders().put("Content-Length", 2);
            Content.Sink.write(response, false, ByteBuffer.wrap(new byte[] {'a'}));
            afterHead.run();
            response.write(true, ByteBuffer.wrap(new byte[] {'b'}), callback);
            return true;
        }
    }

    private RawClient connect() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(draining);
        server.start();
        return RawClient.connect(connector.getLocalPort());
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void an_answer_that_begins_after_the_server_drains_closes_its_connection() throws Exception {
        beforeHead = draining::begin;
        try (var client = connect()) {
            var response = client.send(REQUEST).receive();

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.headers()).containsEntry("connection", "close");
            client.awaitClose();
        }
    }

    /// Its client was not told that the connection ends, and may have sent a request already.
    @Test
    void an_answer_that_began_before_leaves_its_connection_open_until_the_next_is_refused()
            throws Exception {
        afterHead = draining::begin;
        try (var client = connect()) {
            var response = client.send(REQUEST).receive();
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.headers()).doesNotContainKey("connection");

            var refusal = client.send(REQUEST).receive();
            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.headers()).containsEntry("connection", "close");
            client.awaitClose();
        }
    }
}
