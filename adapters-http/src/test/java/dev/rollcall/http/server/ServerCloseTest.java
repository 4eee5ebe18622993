package dev.rollcall.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.application.FindProcessingJobs;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.http.support.RawClient;
import dev.rollcall.http.support.TestJobs;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What happens to requests when the server closes.
@Timeout(60)
class ServerCloseTest {

    @Test
    void the_server_can_be_closed_twice() throws Exception {
        var server = TestServer.over(List.of());
        server.close();
        server.close();
    }

    @Test
    void a_request_that_is_being_answered_is_finished_when_the_server_closes() throws Exception {
        var held = new HeldAnswers();
        var server = TestServer.over(held);
        try (var client = server.connect();
                var idle = server.connect()) {
            client.send(TestServer.listing("{}"));
            held.awaitRequest();
            int port = server.port();
            var closing = CompletableFuture.runAsync(server::close);
            idle.awaitClose();
            assertThatThrownBy(() -> RawClient.connect(port)).isInstanceOf(ConnectException.class);
            assertThat(closing).isNotDone();

            held.release();
            var response = client.receive();
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body()).contains("job-000");
            assertThat(response.headers()).containsEntry("connection", "close");
            closing.get();
        }
    }

    /// If it arrives in time: a closing server ends idle connections after a second.
    @Test
    void a_request_that_comes_after_closing_began_gets_503() throws Exception {
        var held = new HeldAnswers();
        var server = TestServer.over(held);
        try (var busy = server.connect();
                var late = server.connect()) {
            busy.send(TestServer.listing("{}"));
            held.awaitRequest();
            late.send("POST / HTTP/1.1\r\n");
            int port = server.port();
            var closing = CompletableFuture.runAsync(server::close);
            awaitRefusal(port);
            late.sendWhileOpen("Host: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(late.receiveAll())
                    .hasSizeLessThanOrEqualTo(1)
                    .allSatisfy(
                            response -> {
                                assertThat(response.status()).isEqualTo(503);
                                assertThat(response.headers())
                                        .containsEntry("x-amz-retry-after", "1000");
                                assertThat(response.body())
                                        .startsWith("{\"__type\":\"ServiceUnavailable\",");
                            });
            held.release();
            assertThat(busy.receive().status()).isEqualTo(200);
            closing.get();
        }
    }

    @Test
    void closing_does_not_wait_for_ever() throws Exception {
        var held = new HeldAnswers();
        var limits =
                new HttpSettings.Limits(
                        1000,
                        1000,
                        10,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30),
                        Duration.ofMillis(200));
        var server = TestServer.over(held, limits);
        try (var client = server.connect()) {
            client.send(TestServer.listing("{}"));
            held.awaitRequest();
            assertThat(CompletableFuture.runAsync(server::close))
                    .succeedsWithin(Duration.ofSeconds(20));
            client.awaitClose();
        } finally {
            held.release();
        }
    }

    /// Connects until that is refused. A connection made while the port closes may be reset.
    private static void awaitRefusal(int port) throws IOException {
        while (true) {
            try {
                RawClient.connect(port).close();
            } catch (ConnectException refused) {
                return;
            } catch (SocketException reset) {
                assertThat(reset).hasMessageContaining("reset");
            }
        }
    }

    /// A store that answers only when it is released.
    private static final class HeldAnswers implements FindProcessingJobs {

        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        @Override
        public Slice find(Selection selection, WorkBudget budget) {
            asked.countDown();
            await(released);
            return new Slice.Full(selection.from(TestJobs.running(1)));
        }

        void awaitRequest() {
            await(asked);
        }

        void release() {
            released.countDown();
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
