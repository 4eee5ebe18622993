package dev.rollcall.cli.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Creates files that appear complete or not at all, and that only their owner can read.
public final class AtomicFile {

    private AtomicFile() {}

    /// Writes the content of a file.
    @FunctionalInterface
    public interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /// Creates a file. It is written under another name, forced to the disk and renamed, so that no
    /// crash leaves a part of it under its own name.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException if something has the name, which stays
    /// @throws IOException if it cannot be written
    public static void create(Path file, Content content) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Path draft = Files.createTempFile(directory, "rollcall-", ".part", ownerOnly());
        try {
            try (var out = Files.newOutputStream(draft)) {
                content.writeTo(out);
            }
            try (var written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
