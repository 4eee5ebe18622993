package dev.rollcall.bench.fault;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/// Files of secrets, which only their owner can read, and which change at once.
final class SecretFile {

    private SecretFile() {}

    /// Writes a file of access keys that may list and record.
    static void writeKeys(Path file, Requests.Signed... keys) throws IOException {
        write(file, Stream.of(keys).map(SecretFile::section).collect(joining("\n")));
    }

    private static String section(Requests.Signed key) {
        return """
        [%1$s]
        aws_access_key_id = %1$s
        aws_secret_access_key = %2$s
        account = %3$s
        allow = list, record
        """
                .formatted(key.id(), key.secret(), Ledger.SCOPE.account());
    }

    /// Puts a new file in the place of one.
    static void write(Path file, String text) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, text);
        Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-------"));
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
