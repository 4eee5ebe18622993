package dev.rollcall.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// When a certificate is warned of.
class CertificateEndTest {

    private static X509Certificate certificate;
    private static Instant end;

    @BeforeAll
    static void generate(@TempDir Path stores) throws Exception {
        var ec = List.of("-keyalg", "EC", "-groupname", "secp256r1");
        certificate = (X509Certificate) Certificates.generate(stores, "ada", ec).certificate();
        end = certificate.getNotAfter().toInstant();
    }

    @Test
    void one_that_ends_later_than_in_14_days_is_fine() {
        assertThat(warnings(Duration.ofDays(14).plusSeconds(1))).isEmpty();
    }

    @Test
    void one_that_ends_within_14_days_is_warned_of() {
        assertThat(warnings(Duration.ofDays(14)))
                .singleElement()
                .asString()
                .startsWith("The TLS certificate of CN=ada expires at " + end)
                .contains("Recommended action: renew it");
    }

    @Test
    void one_that_has_expired_is_warned_of() {
        assertThat(warnings(Duration.ofSeconds(-1)))
                .singleElement()
                .asString()
                .startsWith("The TLS certificate of CN=ada expired at " + end);
    }

    private static List<String> warnings(Duration before) {
        return CertificateEnd.warning(certificate, end.minus(before)).toList();
    }
}
