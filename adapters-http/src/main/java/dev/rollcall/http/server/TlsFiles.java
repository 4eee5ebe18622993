package dev.rollcall.http.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A certificate and its private key, as PEM files.
///
/// @param certificate the server's certificate first, then those that certify it
/// @param key the private key, in PKCS #8 and without a password
public record TlsFiles(Path certificate, Path key) {

    private static final Pattern PKCS8 =
            Pattern.compile(
                    "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    /// The signature algorithms, by the algorithm of the key.
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

    /// The files are not a certificate and its key, or can't be read.
    public static final class Unusable extends IOException {

        private static final long serialVersionUID = 1L;

        Unusable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// The password of the key store, which never leaves this process.
    static final String PASSWORD = "in memory";

    /// What the files hold.
    ///
    /// @param store the certificates and the key
    record Content(KeyStore store, List<X509Certificate> chain) {}

    /// Reads both files, and says which of the certificates clients no longer accept or soon will
    /// not: a sentence each, with what to do.
    ///
    /// @throws Unusable if they are not a certificate and its key, or can't be read
    public List<String> warnings(Instant now) throws Unusable {
        return read().chain().stream().flatMap(it -> CertificateEnd.warning(it, now)).toList();
    }

    /// Reads both files.
    Content read() throws Unusable {
        try {
            return content();
        } catch (IOException e) {
            throw new Unusable("can't read " + e.getMessage(), e);
        } catch (GeneralSecurityException | RuntimeException e) {
            // Of a damaged key the JDK and its providers throw unchecked exceptions as well.
            throw new Unusable(String.valueOf(e.getMessage()), e);
        }
    }

    private Content content() throws IOException, GeneralSecurityException {
        List<X509Certificate> chain = chain(Files.readAllBytes(certificate));
        PrivateKey privateKey = privateKey(Files.readString(key));
        if (chain.isEmpty() || !areAPair(chain.getFirst().getPublicKey(), privateKey)) {
            throw new GeneralSecurityException(
                    "the certificate does not belong to the private key");
        }
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "server",
                privateKey,
                PASSWORD.toCharArray(),
                chain.toArray(X509Certificate[]::new));
        return new Content(store, chain);
    }

    /// Whether the public key verifies what the private one signs.
    private static boolean areAPair(PublicKey publicKey, PrivateKey privateKey)
            throws GeneralSecurityException {
        String algorithm = privateKey.getAlgorithm();
        if (!publicKey.getAlgorithm().equals(algorithm)) {
            return false;
        }
        byte[] sample = "a sample".getBytes(StandardCharsets.US_ASCII);
        var signature = Signature.getInstance(SIGNATURES.getOrDefault(algorithm, algorithm));
        signature.initSign(privateKey);
        signature.update(sample);
        byte[] signed = signature.sign();
        signature.initVerify(publicKey);
        signature.update(sample);
        try {
            return signature.verify(signed);
        } catch (SignatureException e) {
            return false; // Signed by a key of another length or on another curve.
        }
    }

    private static List<X509Certificate> chain(byte[] pem) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
        Matcher block = PKCS8.matcher(pem);
        if (!block.find()) {
            throw new GeneralSecurityException("the key file has no unencrypted PKCS #8 key");
        }
        var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(block.group(1)));
        return SIGNATURES.keySet().stream()
                .flatMap(algorithm -> generate(algorithm, spec).stream())
                .findFirst()
                .orElseThrow(
                        () ->
                                new GeneralSecurityException(
                                        "the private key's algorithm is none of "
                                                + new TreeSet<>(SIGNATURES.keySet())));
    }

    /// The key, if it is for this algorithm.
    private static Optional<PrivateKey> generate(String algorithm, PKCS8EncodedKeySpec spec) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(spec));
        } catch (InvalidKeySpecException e) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
