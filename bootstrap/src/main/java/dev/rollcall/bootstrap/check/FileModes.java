package dev.rollcall.bootstrap.check;

import dev.rollcall.cli.errors.FailureText;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Whether other users of the machine are kept out of the data directory. Files of secrets are
/// looked at where they are read.
final class FileModes {

    private static final Set<PosixFilePermission> OF_OTHERS =
            EnumSet.of(
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE,
                    PosixFilePermission.OTHERS_EXECUTE);

    private static final String SUBJECT = "file modes";

    private FileModes() {}

    static Finding of(Path data) {
        try {
            if (!Files.getFileStore(data).supportsFileAttributeView("posix")) {
                return Finding.fine(SUBJECT, "this file system has none");
            }
            if (!Files.isWritable(data)) {
                return Finding.wrong(
                        SUBJECT,
                        data + " is not yours to write",
                        "run Rollcall as its owner, or chown it.");
            }
            // Whoever cannot enter the directory reaches none of its files.
            return isOpen(data) ? files(data) : Finding.fine(SUBJECT, data + " is private");
        } catch (IOException e) {
            return Finding.wrong(
                    SUBJECT,
                    "The modes of %s can't be read: %s".formatted(data, FailureText.of(e)),
                    "see that it is there, and yours.");
        }
    }

    private static Finding files(Path data) throws IOException {
        List<Path> open = new ArrayList<>();
        try (var files = Files.list(data)) {
            for (Path file : files.sorted().toList()) {
                if (isOpen(file)) {
                    open.add(file);
                }
            }
        }
        return open.isEmpty()
                ? Finding.fine(SUBJECT, "the files in %s are private".formatted(data))
                : Finding.wrong(
                        SUBJECT,
                        "Everybody on this machine can reach %s".formatted(open.getFirst()),
                        "chmod -R go-rwx " + data);
    }

    private static boolean isOpen(Path path) throws IOException {
        return Files.getPosixFilePermissions(path).stream().anyMatch(OF_OTHERS::contains);
    }
}
