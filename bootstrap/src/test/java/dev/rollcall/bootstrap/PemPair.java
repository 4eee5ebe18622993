package dev.rollcall.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/// A self-signed certificate for the loopback and its key, made by the JDK's `keytool`.
record PemPair(Path certificate, Path key, KeyStore store) {

    private static final Path KEYTOOL = Path.of(System.getProperty("java.home"), "bin", "keytool");

    private static final String PASSWORD = "changeit";

    static PemPair in(Path directory, String name)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path file = directory.resolve(name + ".p12");
        var keytool =
                new ProcessBuilder(
                                KEYTOOL.toString(),
                                "-genkeypair",
                                "-alias",
                                "server",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=" + name,
                                "-ext",
                                "SAN=ip:127.0.0.1,dns:localhost",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-keystore",
                                file.toString())
                        .inheritIO()
                        .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool failed");
        }
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return new PemPair(
                Files.writeString(
                        directory.resolve(name + ".crt"),
                        pem("CERTIFICATE", store.getCertificate("server").getEncoded())),
                WrittenSecret.of(
                        directory.resolve(name + ".key"),
                        pem(
                                "PRIVATE KEY",
                                store.getKey("server", PASSWORD.toCharArray()).getEncoded())),
                store);
    }

    private static String pem(String label, byte[] bytes) {
        return """
        -----BEGIN %1$s-----
        %2$s
        -----END %1$s-----
        """
                .formatted(label, Base64.getMimeEncoder().encodeToString(bytes));
    }

    /// What a client that trusts this certificate alone needs.
    TrustManager[] trust() throws GeneralSecurityException {
        var trusted = KeyStore.getInstance("PKCS12");
        try {
            trusted.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        trusted.setCertificateEntry("server", store.getCertificate("server"));
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(trusted);
        return factory.getTrustManagers();
    }
}
