package dev.rollcall.cli.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Creates files that appear complete or not at all, and that only their owner can read.
public final class AtomicFile {

    private AtomicFile() {}

    /// Writes the content of a file.
    @FunctionalInterface
    public interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    /// Creates a file. It is written under another name, forced to the disk and renamed, so that no
    /// crash leaves a part of it under its own name. What crashes before left in the directory is
    /// deleted first.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException if something has the name, which stays
    /// @throws IOException if it cannot be written
    public static void create(Path file, Content content) throws IOException {
        Path directory = file.toAbsolutePath().resolveSibling("");
        Drafts.deleteAbandoned(directory);
        try (var draft = Drafts.create(directory)) {
            try (var out = Files.newOutputStream(draft.path())) {
                content.writeTo(out);
            }
            draft.force();
            Files.move(draft.path(), file);
        }
        force(directory);
    }

    /// Makes the new name survive a power cut.
    private static void force(Path directory) throws IOException {
        try (var entries = FileChannel.open(directory, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }
}
