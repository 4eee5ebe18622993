package dev.rollcall.cli.files;

import dev.rollcall.cli.errors.UserError;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/// What holds secrets must not be open to everybody on the machine.
public final class SecretFile {

    private SecretFile() {}

    /// Holds where the file system knows owners. A group may read the file: that is how secrets are
    /// mounted.
    ///
    /// @throws UserError if others than the owner and the group can read or write the file, or it
    ///   is a directory
    /// @throws IOException if it can't be looked at
    public static void require(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new UserError(
                    "%s is a directory, not a file of secrets.".formatted(file),
                    "name the file itself.");
        }
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.contains(PosixFilePermission.OTHERS_READ)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new UserError(
                    "The secrets in %s are open to everybody on this machine.".formatted(file),
                    "chmod 600 %s".formatted(file));
        }
    }
}
