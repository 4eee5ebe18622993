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

/// Makes a file that is there whole or not at all, and that its owner alone can read.
public final class AtomicFile {

    private AtomicFile() {}

    /// What is to be in the file.
    @FunctionalInterface
    public interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /// Written aside, forced to the disk and moved, so that no crash leaves a part under the name.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException if something has the name; it stays
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
