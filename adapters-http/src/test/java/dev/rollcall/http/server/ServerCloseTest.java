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
                var late = server.connect()) {
            client.send(TestServer.listing("{}"));
            held.awaitRequest();
            var closing = CompletableFuture.runAsync(server::close);
            awaitDraining(server);
            assertRefused(late.send(TestServer.listing("{}")));
            assertThat(closing).isNotDone();

            held.release();
            var response = client.receive();
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body()).contains("job-000");
            assertThat(response.headers()).containsEntry("connection", "close");
            closing.get();
        }
    }

    @Test
    void a_closing_server_accepts_clients_until_all_requests_are_answered() throws Exception {
        var held = new HeldAnswers();
        var server = TestServer.over(held);
        try (var client = server.connect()) {
            client.send(TestServer.listing("{}"));
            held.awaitRequest();
            var closing = CompletableFuture.runAsync(server::close);
            awaitDraining(server);

            for (int i = 0; i < 20; i++) {
                try (var late = server.connect()) {
                    assertRefused(late.send(TestServer.listing("{}")));
                }
            }

            int port = server.port();
            held.release();
            closing.get();
            assertThatThrownBy(() -> RawClient.connect(port)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void a_closing_server_accepts_clients_for_a_while_even_if_it_has_nothing_to_do()
            throws Exception {
        // So long that it is not over before the clients have come; an interrupt ends it.
        var drain = TestServer.withDrain(Duration.ofMinutes(10));
        var server = TestServer.over(TestServer.inMemory(List.of()), drain);
        try (var early = server.connect()) {
            var closing = Thread.ofPlatform().start(server::close);
            awaitDraining(server);

            assertRefused(early.send(TestServer.listing("{}")));
            assertThat(closing.isAlive()).isTrue();

            int port = server.port();
            closing.interrupt();
            closing.join();
            assertThatThrownBy(() -> RawClient.connect(port)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void closing_takes_at_least_as_long_as_clients_are_to_be_accepted() throws Exception {
        var drain = Duration.ofMillis(300);
        var server = TestServer.over(TestServer.inMemory(List.of()), TestServer.withDrain(drain));
        long begun = System.nanoTime();
        server.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(drain);
    }

    /// Not even if the client sends its body after the answer: unread bytes would reset it.
    @Test
    void a_refused_client_receives_its_answer_whole() throws Exception {
        var held = new HeldAnswers();
        var server = TestServer.over(held);
        try (var other = server.connect();
                var client = server.connect()) {
            other.send(TestServer.listing("{}"));
            held.awaitRequest();
            client.send(TestServer.listingHead(100_000));
            var closing = CompletableFuture.runAsync(server::close);
            awaitDraining(server);

            client.sendWhileOpen(new byte[90_000]);
            assertRefused(client);
            client.awaitClose();
            held.release();
            closing.get();
        }
    }

    /// Otherwise anybody could make a server wait for the stop timeout.
    @Test
    void a_body_that_does_not_arrive_does_not_keep_a_server_from_closing() throws Exception {
        var server = TestServer.over(List.of());
        try (var client = server.connect()) {
            client.send(
                    TestServer.listingHead(10).replace("Host:", "Expect: 100-continue\r\nHost:"));
            // Once the server has asked for the body, it waits for it.
            assertThat(client.receiveHead().status()).isEqualTo(100);
            client.send("{");

            assertThat(CompletableFuture.runAsync(server::close))
                    .succeedsWithin(Duration.ofSeconds(20));
            assertRefused(client);
        }
    }

    @Test
    void an_idle_connection_is_ended_and_not_reset() throws Exception {
        var server = TestServer.over(List.of());
        try (var idle = server.connect()) {
            assertThat(idle.send(TestServer.listing("{}")).receive().status()).isEqualTo(200);

            server.close();

            assertThat(idle.receiveAll()).isEmpty();
        }
    }

    @Test
    void closing_does_not_wait_for_ever() throws Exception {
        var held = new HeldAnswers();
        var limits =
                new HttpSettings.Limits(
                        1000,
                        1000,
                        1_000_000,
                        10,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30),
                        Duration.ofMillis(1),
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

    private static void awaitDraining(TestServer server) throws IOException {
        int status;
        do {
            try (var client = server.connect()) {
                status = client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").receive().status();
            }
        } while (status != 503);
    }

    private static void assertRefused(RawClient client) throws IOException {
        var response = client.receive();
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.headers())
                .containsEntry("x-amz-retry-after", "1000")
                .containsEntry("connection", "close");
        assertThat(response.body()).startsWith("{\"__type\":\"ServiceUnavailable\",");
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
