package dev.rollcall.cli.files;

import dev.rollcall.cli.errors.UserError;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a file was like at one moment. Two states differ if its content or its permissions do,
/// whatever its times say: a copy may keep those.
///
/// @param isReadable whether reading it comes to an end: reading a pipe need not
/// @param fingerprint a hash, since the content may be secret; or why there is none
record FileState(Path file, boolean isReadable, String fingerprint) {

    static FileState of(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return new FileState(file, false, "not a regular file");
        }
        try {
            return new FileState(file, true, permissions(file) + " " + hash(file));
        } catch (IOException e) {
            return new FileState(file, true, e.toString());
        }
    }

    /// @throws UserError if the file is there, but is no longer a file of its own
    void requireReadable() {
        if (!isReadable) {
            throw new UserError(
                    "%s is no longer a regular file.".formatted(file), "put the file back.");
        }
    }

    private static String permissions(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null
                ? ""
                : PosixFilePermissions.toString(view.readAttributes().permissions());
    }

    private static String hash(Path file) throws IOException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
