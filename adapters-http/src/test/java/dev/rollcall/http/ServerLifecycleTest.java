package dev.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.application.FindProcessingJobs;
import dev.rollcall.domain.AccountId;
import dev.rollcall.domain.Region;
import dev.rollcall.domain.Slice;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServerLifecycleTest {

    private static final FindProcessingJobs EMPTY = TestServer.inMemory(List.of());

    private static final InstantSource CLOCK = InstantSource.fixed(TestServer.NOW);

    @Test
    void a_port_that_is_taken_is_named() throws IOException {
        try (var first = TestServer.over(List.of());
                var second = server(first.port())) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(BindException.class)
                    .hasMessage(
                            "Cannot listen on 127.0.0.1 port %s: Address already in use"
                                    .formatted(first.port()));
            assertThatIllegalStateException().isThrownBy(second::port);
        }
    }

    @Test
    void a_host_that_is_not_of_this_machine_is_named() {
        try (var elsewhere = server("192.0.2.1", 0);
                var nowhere = server("no.such.host.invalid", 0)) {
            assertThatThrownBy(elsewhere::start)
                    .isInstanceOf(BindException.class)
                    .hasMessageStartingWith("Cannot listen on 192.0.2.1 port 0: ");
            assertThatIOException()
                    .isThrownBy(nowhere::start)
                    .withMessageContaining("no.such.host.invalid");
        }
    }

    @Test
    void the_uri_names_the_port_that_was_picked() throws IOException {
        try (var server = server(0)) {
            assertThatIllegalStateException().isThrownBy(server::uri);
            server.start();
            assertThat(server.uri()).hasToString("http://127.0.0.1:" + server.port());
            assertThat(server.port()).isPositive();
        }
    }

    @Test
    void an_address_of_ip_version_6_stands_in_brackets() throws IOException {
        try (var server = server("::1", 0)) {
            server.start();
            assertThat(server.uri()).hasToString("http://[::1]:" + server.port());
        }
    }

    @Test
    void the_server_can_be_closed_twice() throws Exception {
        var server = server(0);
        server.start();
        server.close();
        server.close();
    }

    @Test
    void a_request_that_is_being_answered_is_finished_when_the_server_closes() throws Exception {
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        var server =
                TestServer.over(
                        (selection, budget) -> {
                            asked.countDown();
                            await(answer);
                            return new Slice.Full(selection.from(TestJobs.running(1)));
                        });
        try (var client = server.connect();
                var idle = server.connect()) {
            client.send(TestServer.listing("{}"));
            asked.await();
            int port = server.port();
            var closing = CompletableFuture.runAsync(server::close);
            idle.awaitClose();
            assertThatThrownBy(() -> RawClient.connect(port)).isInstanceOf(ConnectException.class);
            assertThat(closing).isNotDone();

            answer.countDown();
            var response = client.receive();
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body()).contains("job-000");
            assertThat(response.headers()).containsEntry("connection", "close");
            closing.get();
        }
    }

    /// If it still comes through, that is: a closing server ends idle connections after a second.
    @Test
    void a_request_that_comes_after_closing_began_is_told_so() throws Exception {
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        var server =
                TestServer.over(
                        (selection, budget) -> {
                            asked.countDown();
                            await(answer);
                            return new Slice.Full(List.of());
                        });
        try (var busy = server.connect();
                var late = server.connect()) {
            busy.send(TestServer.listing("{}"));
            asked.await();
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
                                assertThat(response.body())
                                        .startsWith("{\"__type\":\"ServiceUnavailable\",");
                            });
            answer.countDown();
            assertThat(busy.receive().status()).isEqualTo(200);
            closing.get();
        }
    }

    @Test
    void closing_does_not_wait_for_ever() throws Exception {
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        var limits =
                new HttpSettings.Limits(
                        1000, 1000, 10, Duration.ofSeconds(30), Duration.ofMillis(200));
        var server =
                TestServer.over(
                        (selection, budget) -> {
                            asked.countDown();
                            await(answer);
                            return new Slice.Full(List.of());
                        },
                        limits);
        try (var client = server.connect()) {
            client.send(TestServer.listing("{}"));
            asked.await();
            assertThat(CompletableFuture.runAsync(server::close))
                    .succeedsWithin(Duration.ofSeconds(20));
            client.awaitClose();
        } finally {
            answer.countDown();
        }
    }

    @Test
    void connections_over_the_limit_wait_for_one_to_end() throws IOException {
        var limits =
                new HttpSettings.Limits(
                        1000, 1000, 2, Duration.ofSeconds(30), Duration.ofSeconds(30));
        try (var server = TestServer.over(EMPTY, limits);
                var third = connectThird(server)) {
            assertThat(third.receive().status()).isEqualTo(200);
        }
    }

    /// A third client, which was accepted only when the first two had left.
    private static RawClient connectThird(TestServer server) throws IOException {
        try (var first = server.connect();
                var second = server.connect()) {
            assertThat(first.send(TestServer.listing("{}")).receive().status()).isEqualTo(200);
            assertThat(second.send(TestServer.listing("{}")).receive().status()).isEqualTo(200);
            var third = server.connect();
            third.send(TestServer.listing("{}"));
            assertThat(third.receivesWithin(Duration.ofMillis(200))).isFalse();
            return third;
        }
    }

    @Test
    void settings_that_make_no_sense_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> server(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> server(65_536));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestServer.withPatience(Duration.ZERO));
    }

    private static RollcallServer server(int port) {
        return server("127.0.0.1", port);
    }

    private static RollcallServer server(String host, int port) {
        return new RollcallServer(
                TestServer.useCase(EMPTY, CLOCK),
                HttpSettings.of(
                        host,
                        port,
                        new HttpSettings.Access.Open(
                                new AccountId(TestJobs.ACCOUNT), new Region(TestJobs.REGION))),
                CLOCK);
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

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
