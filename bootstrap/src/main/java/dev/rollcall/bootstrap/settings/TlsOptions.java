package dev.rollcall.bootstrap.settings;

import dev.rollcall.cli.errors.UserError;
import dev.rollcall.http.server.TlsFiles;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/// The options that say with which certificate to serve.
public final class TlsOptions {

    @Option(
            names = "--tls-certificate",
            paramLabel = "FILE",
            description = "Serve HTTPS with this certificate chain (PEM); read again on change.")
    private @Nullable Path certificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description =
                    "The certificate's private key (PEM, PKCS #8, no password); not readable for"
                            + " everybody on the machine.")
    private @Nullable Path key;

    public Optional<TlsFiles> files() {
        if (certificate == null && key == null) {
            return Optional.empty();
        }
        if (certificate == null || key == null) {
            throw new UserError(
                    "A certificate and its key are only good together.",
                    "give both --tls-certificate and --tls-key.");
        }
        return Optional.of(new TlsFiles(certificate, key));
    }
}
