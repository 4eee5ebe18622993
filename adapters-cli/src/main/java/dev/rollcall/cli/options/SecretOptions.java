package dev.rollcall.cli.options;

import dev.rollcall.cli.files.SecretFile;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/// The option for how open files of secrets may be.
public final class SecretOptions {

    @Option(
            names = "--allow-readable-secrets",
            description =
                    "Take files of secrets that everybody on this machine can read, as Kubernetes"
                            + " mounts them. For containers, where there is nobody else.")
    private boolean allowReadable;

    /// A file of secrets that another option names.
    public SecretFile file(Path path) {
        return new SecretFile(path, allowReadable);
    }
}
