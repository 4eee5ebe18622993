package dev.rollcall.bootstrap;

import dev.rollcall.domain.TokenKey;
import dev.rollcall.domain.TokenKeyRing;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/// The file `token-keys` of a data directory: one key a line, 32 bytes in base64; the first seals, all
/// of them open; lines that begin with `#` say something to people.
///
/// It is made on first use, readable by its owner only, so that a walk survives a restart.
record TokenKeyFile(Path file) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static TokenKeyFile in(Path directory) {
        return new TokenKeyFile(directory.resolve("token-keys"));
    }

    static TokenKey newKey() {
        return TokenKey.of(newSecret());
    }

    TokenKeyRing readOrCreate() {
        try {
            if (!Files.exists(file)) {
                create();
            }
            List<TokenKey> keys =
                    Files.readAllLines(file).stream()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .map(line -> TokenKey.of(Base64.getDecoder().decode(line)))
                            .toList();
            return new TokenKeyRing(keys);
        } catch (IOException e) {
            throw new Refusal(
                    "The token keys in %s can't be read: %s".formatted(file, e.getMessage()),
                    "make the file readable for the user that runs Rollcall.",
                    e);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    "The token keys in %s are broken.".formatted(file),
                    "restore the file, or delete it: a new key is made, and pages that clients"
                            + " are walking through have to be listed from the start.",
                    e);
        }
    }

    /// Written aside and moved, so that a crash leaves a whole file or none.
    private void create() throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Path draft = Files.createTempFile(directory, "token-keys", ".new", ownerOnly());
        Files.writeString(
                draft,
                """
                # Keys of Rollcall's page tokens. The first one seals, all of them open.
                %s
                """
                        .formatted(Base64.getEncoder().encodeToString(newSecret())));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
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

    private static byte[] newSecret() {
        var secret = new byte[TokenKey.LENGTH];
        RANDOM.nextBytes(secret);
        return secret;
    }
}
