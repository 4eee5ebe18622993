package dev.rollcall.bootstrap.settings;

import dev.rollcall.cli.errors.UserError;
import dev.rollcall.http.server.TlsFiles;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/// The options for the certificate to serve with.
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
                    "The certificate's private key (PEM, PKCS #8, no password). Other users of the"
                            + " machine must not be able to read it.")
    private @Nullable Path key;

    public Optional<TlsFiles> files() {
        if (certificate == null && key == null) {
            return Optional.empty();
        }
        if (certificate == null || key == null) {
            throw new UserError(
                    "--tls-certificate and --tls-key need each other.", "give both, or neither.");
        }
        return Optional.of(new TlsFiles(certificate, key));
    }
}
