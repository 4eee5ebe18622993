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
        // A client that knows the server by another name is the certificate's business.
        context.setSniRequired(false);
    }

    /// What speaks TLS before HTTP is spoken.
    SslConnectionFactory before(HttpConnectionFactory http) {
        return new SslConnectionFactory(context, http.getProtocol());
    }

    /// Reads the files again, or for the first time. Connections that are open go on as they are.
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
