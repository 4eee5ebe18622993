package dev.rollcall.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.rollcall.http.support.CapturedLog;
import dev.rollcall.http.support.RawClient;
import dev.rollcall.http.support.TestJobs;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

class TlsTest {

    private static final Duration CLIENT_TIMEOUT = Duration.ofSeconds(2);

    private static Certificates rsa;
    private static Certificates ec;
    private static Certificates otherEc;
    private static Certificates longerEc;
    private static Certificates expired;

    @TempDir private Path directory;
    private TlsFiles files;
    private RollcallServer server;

    @BeforeAll
    static void generate(@TempDir Path stores) throws Exception {
        rsa = Certificates.generate(stores, "rsa", List.of("-keyalg", "RSA"));
        ec = Certificates.generate(stores, "ec", ec("secp256r1"));
        otherEc = Certificates.generate(stores, "other", ec("secp256r1"));
        longerEc = Certificates.generate(stores, "longer", ec("secp384r1"));
        List<String> past = new ArrayList<>(ec("secp256r1"));
        past.addAll(List.of("-startdate", "2024/01/01 00:00:00", "-validity", "10"));
        expired = Certificates.generate(stores, "expired", past);
    }

    private static List<String> ec(String curve) {
        return List.of("-keyalg", "EC", "-groupname", curve);
    }

    @BeforeEach
    void start() throws IOException {
        files = new TlsFiles(directory.resolve("server.pem"), directory.resolve("server.key"));
        ec.writeTo(files);
        server =
                TestServer.create(
                        TestServer.inMemory(TestJobs.running(1)),
                        files,
                        TestServer.withClientTimeout(CLIENT_TIMEOUT));
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_client_that_trusts_the_certificate_lists() throws Exception {
        assertThat(server.uri()).hasScheme("https");
        assertServed(ec);
    }

    @Test
    void a_client_that_does_not_trust_the_certificate_does_not_send() {
        assertThatThrownBy(() -> assertServed(otherEc)).isInstanceOf(IOException.class);
    }

    @Test
    void a_new_certificate_is_served_to_new_connections_while_open_ones_continue()
            throws Exception {
        try (var socket = connect(ec);
                var open = RawClient.over(socket)) {
            assertThat(open.send(TestServer.listing("{}")).receive().status()).isEqualTo(200);
            rsa.writeTo(files);

            server.reloadTls();

            assertServed(rsa);
            assertThat(open.send(TestServer.listing("{}")).receive().status()).isEqualTo(200);
        }
    }

    @Test
    void a_connection_may_be_idle_for_longer_than_a_client_may_take() throws Exception {
        try (var socket = connect(ec);
                var client = RawClient.over(socket)) {
            for (int request = 0; request < 2; request++) {
                var response = client.send(TestServer.listing("{}")).receive();
                assertThat(response.status()).isEqualTo(200);
                Thread.sleep(CLIENT_TIMEOUT.plusMillis(500));
            }
            client.send("POST / HT");
            client.awaitClose();
        }
    }

    @Test
    void with_unusable_files_the_old_certificate_remains_in_use() throws Exception {
        for (String broken : List.of("", "no PEM", "-----BEGIN CERTIFICATE-----\nAAAA\n")) {
            Files.writeString(files.certificate(), broken);
            assertUnusable();
        }
        Files.delete(files.certificate());
        assertUnusable();
        ec.writeTo(files);
        for (String broken :
                List.of(
                        "",
                        "no PEM",
                        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")) {
            Files.writeString(files.key(), broken);
            assertUnusable();
        }
        assertServed(ec);
    }

    @Test
    void a_character_that_is_lost_or_wrong_makes_a_file_unusable_and_breaks_nothing()
            throws Exception {
        for (Path file : List.of(files.key(), files.certificate())) {
            String whole = Files.readString(file);
            for (int at = 0; at < whole.length(); at += 3) {
                for (String instead : List.of("", "-", "\u00e4")) {
                    Files.writeString(
                            file, whole.substring(0, at) + instead + whole.substring(at + 1));
                    assertThat(catchThrowable(server::reloadTls))
                            .as("%s instead of character %d of %s", instead, at, file)
                            .satisfiesAnyOf(
                                    failure -> assertThat(failure).isNull(),
                                    failure ->
                                            assertThat(failure)
                                                    .isInstanceOf(TlsFiles.Unusable.class));
                }
            }
            Files.writeString(file, whole);
        }
        server.reloadTls();
        assertServed(ec);
    }

    @Test
    void a_certificate_that_has_expired_is_warned_of_when_it_is_read() throws Exception {
        assertThat(logOfReload()).doesNotContain("The TLS certificate of");

        expired.writeTo(files);
        assertThat(logOfReload()).contains("The TLS certificate of CN=expired expired at 2024");
    }

    private String logOfReload() {
        return CapturedLog.of(() -> catchThrowable(server::reloadTls)).log();
    }

    @Test
    void a_key_that_does_not_belong_to_the_certificate_is_refused() throws Exception {
        for (var stranger : List.of(rsa, otherEc, longerEc)) {
            Files.writeString(files.key(), stranger.keyPem());

            assertThatThrownBy(server::reloadTls)
                    .isInstanceOf(TlsFiles.Unusable.class)
                    .hasMessage("the certificate does not belong to the private key");
            assertServed(ec);
        }
    }

    @Test
    void a_server_with_the_key_of_another_certificate_does_not_start() throws IOException {
        Files.writeString(files.key(), otherEc.keyPem());
        try (var other =
                TestServer.create(TestServer.inMemory(List.of()), files, TestServer.LIMITS)) {
            assertThatThrownBy(other::start).isInstanceOf(TlsFiles.Unusable.class);
        }
    }

    @Test
    void a_client_that_begins_no_handshake_is_disconnected() throws IOException {
        try (var client = RawClient.connect(server.port())) {
            client.awaitClose();
        }
    }

    @Test
    void a_client_that_shakes_hands_byte_by_byte_is_disconnected() throws Exception {
        try (var client = RawClient.connect(server.port())) {
            // A record of 16 KiB that begins a ClientHello as long.
            client.send(new byte[] {22, 3, 1, 0x3f, (byte) 0xff, 1, 0, 0x3f, (byte) 0xfb, 3, 3});
            for (int i = 0; i < 1_500; i++) {
                try {
                    client.send(new byte[1]);
                } catch (IOException closed) {
                    return;
                }
                Thread.sleep(20);
            }
            throw new AssertionError("the server is still waiting for the handshake");
        }
    }

    private void assertUnusable() {
        assertThatThrownBy(server::reloadTls).isInstanceOf(TlsFiles.Unusable.class);
    }

    private void assertServed(Certificates expected) throws Exception {
        try (var socket = connect(expected);
                var client = RawClient.over(socket)) {
            assertThat(socket.getSession().getPeerCertificates())
                    .containsExactly(expected.certificate());
            var response = client.send(TestServer.listing("{}")).receive();
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body()).contains("job-000");
        }
    }

    private SSLSocket connect(Certificates trusted) throws IOException, GeneralSecurityException {
        Socket socket =
                trusting(trusted.certificate())
                        .getSocketFactory()
                        .createSocket(InetAddress.getLoopbackAddress(), server.port());
        return (SSLSocket) socket;
    }

    private static SSLContext trusting(Certificate certificate)
            throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("server", certificate);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
