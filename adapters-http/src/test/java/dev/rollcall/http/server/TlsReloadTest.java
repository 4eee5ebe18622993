package dev.rollcall.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.rollcall.http.support.CapturedLog;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// New versions of the certificate and the key, good and bad.
class TlsReloadTest extends ServedTls {

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
            for (int at = 0; at < whole.length(); at += 7) {
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
    void a_certificate_that_the_server_cannot_use_leaves_the_old_one_in_force(@TempDir Path stores)
            throws Exception {
        List<String> malformedName = new ArrayList<>(ec("secp256r1"));
        malformedName.addAll(List.of("-ext", "2.5.29.17=0102"));
        Certificates.generate(stores, "odd", malformedName).writeTo(files);

        assertUnusable();
        assertServed(ec);
        try (var other =
                TestServer.create(TestServer.inMemory(List.of()), files, TestServer.LIMITS)) {
            assertThatThrownBy(other::start).isInstanceOf(TlsFiles.Unusable.class);
        }
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
}
