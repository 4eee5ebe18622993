package dev.rollcall.http.server;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/// Warns of certificates that clients no longer accept, or soon will not.
final class CertificateEnd {

    private static final Duration SOON = Duration.ofDays(14);

    private static final String ACTION =
            "Recommended action: renew it, and write the new one to the same file; Rollcall reads"
                    + " it without a restart.";

    private CertificateEnd() {}

    /// A sentence with what to do, if the certificate has expired or ends within 14 days.
    static Stream<String> warning(X509Certificate certificate, Instant now) {
        Instant end = certificate.getNotAfter().toInstant();
        if (end.isAfter(now.plus(SOON))) {
            return Stream.empty();
        }
        return Stream.of(
                "The TLS certificate of %s %s at %s. %s"
                        .formatted(
                                certificate.getSubjectX500Principal(),
                                end.isBefore(now) ? "expired" : "expires",
                                end,
                                ACTION));
    }
}
