package dev.rollcall.http.server;

import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.security.KeyStore;
import java.time.InstantSource;

/// Serves with a certificate that can be renewed while the server runs.
final class Tls {

    private static final Logger LOG = LoggerFactory.getLogger(Tls.class);

    private final TlsFiles files;
    private final InstantSource clock;
    private final SslContextFactory.Server context = new SslContextFactory.Server();

    Tls(TlsFiles files, InstantSource clock) {
        this.files = files;
        this.clock = clock;
        context.setKeyStorePassword(TlsFiles.PASSWORD);
        // A client checks the name in the certificate itself.
        context.setSniRequired(false);
    }

    /// TLS connections that carry HTTP.
    SslConnectionFactory over(HttpConnectionFactory http) {
        return new SslConnectionFactory(context, http.getProtocol());
    }

    /// Reads the files, for the first time or again. Open connections do not change.
    void reload() throws TlsFiles.Unusable {
        TlsFiles.Content content = files.read();
        use(content.store());
        content.chain().stream()
                .flatMap(certificate -> CertificateEnd.warning(certificate, clock.instant()))
                .forEach(LOG::warn);
    }

    private void use(KeyStore store) throws TlsFiles.Unusable {
        if (!context.isStarted()) {
            context.setKeyStore(store);
            return;
        }
        try {
            context.reload(_ -> context.setKeyStore(store));
        } catch (Exception e) {
            throw new TlsFiles.Unusable(String.valueOf(e.getMessage()), e);
        }
    }
}
