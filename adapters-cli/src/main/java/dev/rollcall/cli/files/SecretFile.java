package dev.rollcall.cli.files;

import dev.rollcall.cli.errors.UserError;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/// A file with secrets, which must not be open to everybody on the machine.
///
/// It may be a pipe, as of `<(...)` in a shell: that is read once, and what came is remembered.
/// Nobody else can read the same bytes, so the permissions of a pipe do not matter.
public final class SecretFile {

    private final Path path;
    private final boolean mayBeReadable;
    private Optional<String> fromPipe = Optional.empty();

    /// A file that only its owner and its group may read.
    public SecretFile(Path path) {
        this(path, false);
    }

    /// @param mayBeReadable whether everybody on the machine may read the file
    public SecretFile(Path path, boolean mayBeReadable) {
        this.path = path;
        this.mayBeReadable = mayBeReadable;
    }

    public Path path() {
        return path;
    }

    /// The content as it is now or, of a pipe, as it was read first.
    ///
    /// @throws UserError as [#requirePrivate] does
    /// @throws IOException if the file cannot be read, or is not UTF-8
    public synchronized String read() throws IOException {
        if (fromPipe.isPresent()) {
            return fromPipe.get();
        }
        requirePrivate();
        String content = Files.readString(path);
        if (!Files.isRegularFile(path)) {
            fromPipe = Optional.of(content);
        }
        return content;
    }

    /// Refuses a file that is too open, where the file system knows permissions. A group may read
    /// it: that is how secrets are mounted.
    ///
    /// @throws UserError if others can write the file, if others can read it though it must not be
    ///   readable, or if it is a directory
    /// @throws IOException if its permissions cannot be read
    public void requirePrivate() throws IOException {
        if (Files.isDirectory(path)) {
            throw new UserError(
                    "%s is a directory, not a file of secrets.".formatted(path),
                    "name the file itself.");
        }
        if (Files.isRegularFile(path)
                && Files.getFileStore(path).supportsFileAttributeView("posix")) {
            requirePrivate(Files.getPosixFilePermissions(path));
        }
    }

    private void requirePrivate(Set<PosixFilePermission> permissions) {
        if (permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new UserError(
                    "Everybody on this machine can change the secrets in %s.".formatted(path),
                    "chmod 600 %s".formatted(path));
        }
        if (permissions.contains(PosixFilePermission.OTHERS_READ) && !mayBeReadable) {
            throw new UserError(
                    "Everybody on this machine can read the secrets in %s.".formatted(path),
                    ("chmod 600 %s; if the file is mounted read-only and nobody else uses this"
                                    + " machine or container, --allow-readable-secrets.")
                            .formatted(path));
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
