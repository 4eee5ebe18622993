package dev.rollcall.cli.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A pipe with a name, as `mkfifo` makes it.
final class Pipe {

    private Pipe() {}

    static Path in(Path directory) throws IOException, InterruptedException {
        Path pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        return pipe;
    }

    /// Writes to a pipe, and waits for somebody to read from it before.
    static void write(Path pipe, String content) {
        try {
            Files.writeString(pipe, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
