package dev.rollcall.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.http.support.RawClient;
import dev.rollcall.http.support.TestJobs;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/// A server over TLS, and clients of it.
abstract class ServedTls {

    static Certificates rsa;
    static Certificates ec;
    static Certificates otherEc;
    static Certificates longerEc;
    static Certificates expired;

    @TempDir private Path directory;
    TlsFiles files;
    RollcallServer server;

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

    static List<String> ec(String curve) {
        return List.of("-keyalg", "EC", "-groupname", curve);
    }

    @BeforeEach
    void start() throws IOException {
        files = new TlsFiles(directory.resolve("server.pem"), directory.resolve("server.key"));
        ec.writeTo(files);
        server = over(files, TestServer.LIMITS);
        server.start();
    }

    static RollcallServer over(TlsFiles files, HttpSettings.Limits limits) {
        return TestServer.create(TestServer.inMemory(TestJobs.running(1)), files, limits);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    void assertUnusable() {
        assertThatThrownBy(server::reloadTls).isInstanceOf(TlsFiles.Unusable.class);
    }

    void assertServed(Certificates expected) throws Exception {
        try (var socket = connect(expected);
                var client = RawClient.over(socket)) {
            assertThat(socket.getSession().getPeerCertificates())
                    .containsExactly(expected.certificate());
            var response = client.send(TestServer.listing("{}")).receive();
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body()).contains("job-000");
        }
    }

    SSLSocket connect(Certificates trusted) throws IOException, GeneralSecurityException {
        return connect(server, trusted);
    }

    static SSLSocket connect(RollcallServer server, Certificates trusted)
            throws IOException, GeneralSecurityException {
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
