package dev.rollcall.http.server;

import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

import java.security.KeyStore;

/// Serves with a certificate that can be renewed while the server runs.
final class Tls {

    private final TlsFiles files;
    private final SslContextFactory.Server context = new SslContextFactory.Server();

    Tls(TlsFiles files) {
        this.files = files;
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
        KeyStore store = files.read();
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
