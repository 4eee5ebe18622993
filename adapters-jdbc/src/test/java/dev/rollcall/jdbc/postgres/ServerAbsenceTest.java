package dev.rollcall.jdbc.postgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.application.StorageNotThereYet;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.jdbc.PostgresStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A server that is not there yet can be waited for, and one that refuses cannot.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServerAbsenceTest {

    @Test
    void nobody_who_listens_and_a_host_without_an_address_are_not_there_yet() throws IOException {
        // A port that is taken, so that no other program gets it.
        try (var taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            assertNotThereYet("127.0.0.1:" + taken.getLocalPort());
        }
        assertNotThereYet("nowhere.invalid:5432");
    }

    @Test
    void a_server_that_is_starting_is_not_there_yet() throws IOException {
        try (var starting = listening()) {
            Thread.startVirtualThread(() -> answerThatItStarts(starting));
            assertNotThereYet("127.0.0.1:" + starting.getLocalPort());
        }
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static void answerThatItStarts(ServerSocket starting) {
        byte[] error =
                "SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0"
                        .getBytes(StandardCharsets.US_ASCII);
        try (var client = starting.accept()) {
            var answer =
                    ByteBuffer.allocate(1 + Integer.BYTES + error.length)
                            .put((byte) 'E')
                            .putInt(Integer.BYTES + error.length)
                            .put(error);
            int length = ByteBuffer.wrap(client.getInputStream().readNBytes(4)).getInt();
            client.getInputStream().skipNBytes(length - 4L);
            client.getOutputStream().write(answer.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertNotThereYet(String server) {
        assertThatThrownBy(
                        () ->
                                PostgresStore.open(
                                        "jdbc:postgresql://%s/jobs?sslmode=disable"
                                                .formatted(server),
                                        PostgresServer.USER,
                                        ""))
                .isInstanceOf(StorageNotThereYet.class);
    }

    @Test
    void a_server_that_knows_no_such_user_or_database_refuses() {
        String url = PostgresServer.newDatabase();
        assertRefused(url, "nobody");
        assertRefused(url + "_not", PostgresServer.USER);
    }

    private static void assertRefused(String url, String user) {
        assertThatThrownBy(() -> PostgresStore.open(url, user, ""))
                .isInstanceOf(StorageUnavailable.class)
                .isNotInstanceOf(StorageNotThereYet.class);
    }
}
