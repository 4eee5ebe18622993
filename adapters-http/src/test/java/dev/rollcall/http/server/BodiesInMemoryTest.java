package dev.rollcall.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.support.RawClient;
import dev.rollcall.http.support.TestJobs;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/// Clients that would fill the memory with bodies, and others meanwhile.
class BodiesInMemoryTest {

    /// Enough for ten of the longest bodies.
    private static final int MEMORY = 10 * 128 * 1024;

    private final List<RawClient> attackers = new ArrayList<>();
    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server =
                TestServer.over(
                        TestServer.inMemory(TestJobs.running(3)),
                        TestServer.withBodyMemory(MEMORY));
    }

    @AfterEach
    void stop() throws IOException {
        for (var attacker : attackers) {
            attacker.close();
        }
        server.close();
    }

    /// Sends a body of 128 KiB up to its last byte.
    private RawClient attack(boolean announced) throws IOException {
        int length = 128 * 1024;
        String head = announced ? TestServer.listingHead(length) : TestServer.chunkedHead();
        var attacker = server.connect();
        attackers.add(attacker);
        attacker.send(head + (announced ? "" : Integer.toHexString(length) + "\r\n"));
        return attacker.send(" ".repeat(length - 1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void others_are_answered_while_more_bodies_are_unfinished_than_there_is_room_for(
            boolean announced) throws IOException {
        for (int i = 0; i < 40; i++) {
            attack(announced);

            assertThat(server.list("{}").status()).isEqualTo(200);
        }
    }

    @Test
    void whoever_is_waited_for_longest_gives_way_and_is_told_to_come_again() throws IOException {
        var first = attack(true);
        while (!first.isAnswered()) {
            attack(true);
        }

        var response = first.receive();

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.headers())
                .containsEntry("connection", "close")
                .containsEntry("x-amz-retry-after", "1000");
        first.awaitClose();
    }

    /// Whoever sends into a connection that is closed may never see the answer. A client that a
    /// busy machine keeps from sending for a second is taken for gone, so one of five is enough.
    @Test
    void whoever_gives_way_while_it_pauses_may_go_on_sending() throws Exception {
        for (int i = 0; i < 5; i++) {
            var client = server.connect();
            attackers.add(client);
            client.send(TestServer.listingHead(128 * 1024) + " ".repeat(64 * 1024));
        }
        boolean goesOn = false;
        for (int i = 0; i < 5 && !goesOn; i++) {
            while (!attackers.get(i).isAnswered()) {
                attack(true);
            }
            goesOn = goesOnSending(attackers.get(i));
        }
        assertThat(goesOn).isTrue();
    }

    private static boolean goesOnSending(RawClient client) throws Exception {
        try {
            for (int i = 0; i < 4; i++) {
                Thread.sleep(200);
                client.send(" ");
            }
            return true;
        } catch (SocketException e) {
            return false;
        }
    }

    @Test
    void many_long_bodies_are_answered_one_after_the_other_in_little_memory() throws IOException {
        var longest = "{}" + " ".repeat(128 * 1024 - 2);

        for (int i = 0; i < 40; i++) {
            assertThat(server.list(longest).status()).isEqualTo(200);
        }
    }

    @Test
    void a_body_in_many_small_pieces_is_read_as_it_is() throws IOException {
        try (var client = server.connect()) {
            client.send(TestServer.chunkedHead());
            for (char c : "{\"MaxResults\":1}".repeat(1).toCharArray()) {
                client.send("1\r\n" + c + "\r\n");
            }
            client.send("0\r\n\r\n");

            assertThat(client.receive().body()).contains("job-000").doesNotContain("job-001");
        }
    }

    @Test
    void clients_that_do_not_take_their_answers_give_way_too() throws Exception {
        var jobs = new ArrayList<>(TestJobs.running(0));
        for (int i = 0; i < 100; i++) {
            jobs.add(TestJobs.failed("job-" + i, "🦖".repeat(1024), "x"));
        }
        try (var large =
                TestServer.over(TestServer.inMemory(jobs), TestServer.withBodyMemory(4_000_000))) {
            for (int i = 0; i < 40; i++) {
                var attacker = RawClient.connect(large.port(), 4096);
                attackers.add(attacker);
                attacker.send(TestServer.listing("{\"MaxResults\":100}"));
            }

            assertThat(large.list("{\"MaxResults\":100}").status()).isEqualTo(200);
        }
    }
}
