package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.bootstrap.serve.Service;
import dev.rollcall.bootstrap.wiring.WiredStorages;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.Region;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.server.HttpSettings;
import dev.rollcall.http.server.IntakeSettings;
import dev.rollcall.http.server.TlsFiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// Why a server does not start, and what helps.
class ServiceStartTest {

    private static final Access ANYBODY =
            new Access.Open(new AccountId("123456789012"), new Region("us-east-1"));

    @Test
    void a_port_that_is_taken_and_a_foreign_address_need_different_remedies() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    HttpSettings.of("127.0.0.1", taken.getLocalPort(), ANYBODY),
                    "Rollcall can't listen on 127.0.0.1:" + taken.getLocalPort(),
                    "stop what listens there");
        }
        assertRefused(
                HttpSettings.of("192.0.2.1", 0, ANYBODY),
                "Rollcall can't listen on 192.0.2.1:0",
                "choose a --host of this machine");
    }

    @Test
    void a_private_key_that_everybody_can_read_is_refused(@TempDir Path dir) throws Exception {
        var pem = PemPair.in(dir, "server");
        Files.setPosixFilePermissions(pem.key(), PosixFilePermissions.fromString("rw-r--r--"));

        assertRefused(
                withTls(pem.certificate(), pem.key()),
                "Everybody on this machine can read the secrets in",
                "chmod 600 " + pem.key());
        assertRefused(
                withTls(pem.certificate(), dir.resolve("missing")),
                "The TLS certificate can't be used: ",
                "give a PEM certificate");
    }

    private static HttpSettings withTls(Path certificate, Path key) {
        return new HttpSettings(
                "127.0.0.1",
                0,
                ANYBODY,
                Optional.of(new TlsFiles(certificate, key)),
                SortOrder.ASCENDING,
                IntakeSettings.DEFAULT,
                true,
                HttpSettings.Limits.defaults());
    }

    private static void assertRefused(HttpSettings http, String sentence, String action) {
        try (var service =
                Service.over(new WiredStorages(), new StorageSettings.InMemory(), http)) {
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(service::start)
                    .withMessageContaining(sentence)
                    .extracting(UserError::recommendedAction)
                    .asString()
                    .startsWith(action);
        }
    }
}
