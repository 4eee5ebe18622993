package dev.rollcall.cli.output;

import dev.rollcall.cli.errors.OutputFailure;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/// Standard output, which ends a command with an [OutputFailure] when it cannot be written.
/// `System.out` would hide that, and the command would claim success.
public final class StandardOutput extends OutputStream {

    private static final Path DEVICE = Path.of("/dev/stdout");

    /// The bits of a file's mode that say what kind of file it is (POSIX `S_IFMT`).
    private static final int KIND = 0170000;

    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    private final OutputStream out = new FileOutputStream(FileDescriptor.out);

    /// A printer in the character set of the terminal. It must be flushed.
    public static PrintWriter printer() {
        var text = new OutputStreamWriter(new StandardOutput(), System.out.charset());
        return new PrintWriter(new BufferedWriter(text));
    }

    /// @throws OutputFailure if the byte cannot be written
    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    /// @throws OutputFailure if not all of the bytes can be written
    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw new OutputFailure(e, isPipe());
        }
    }

    /// What makes writing to a pipe fail is that nobody reads from it. The message of the failure
    /// would say so as well, but in the language of the machine.
    private static boolean isPipe() {
        try {
            int kind = (int) Files.getAttribute(DEVICE, "unix:mode") & KIND;
            return kind == PIPE || kind == SOCKET;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false; // Not a Unix system.
        }
    }
}
