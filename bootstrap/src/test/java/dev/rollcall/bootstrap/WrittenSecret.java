package dev.rollcall.bootstrap;

import dev.rollcall.cli.files.TokenKeyFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Files that their owner alone can read.
final class WrittenSecret {

    private WrittenSecret() {}

    /// A file of token keys.
    static Path tokenKeys(Path directory) throws IOException {
        return of(directory.resolve("token-keys"), TokenKeyFile.newLine() + "\n");
    }

    static Path of(Path file, String content) throws IOException {
        return of(file, content, "rw-------");
    }

    /// A file with these permissions. A server that watches it finds the old one or the new one
    /// there, and nothing in between.
    static Path of(Path file, String content, String permissions) throws IOException {
        Path draft = Files.writeString(Path.of(file + ".new"), content);
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString(permissions));
        return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
