package dev.rollcall.bootstrap;

import dev.rollcall.cli.files.TokenKeyFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Files that their owner alone can read.
final class WrittenSecret {

    private WrittenSecret() {}

    /// A file of token keys.
    static Path tokenKeys(Path directory) throws IOException {
        return of(directory.resolve("token-keys"), TokenKeyFile.newLine() + "\n");
    }

    static Path of(Path file, String content) throws IOException {
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
