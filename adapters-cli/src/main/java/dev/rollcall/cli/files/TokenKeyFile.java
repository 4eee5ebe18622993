package dev.rollcall.cli.files;

import dev.rollcall.cli.errors.UserError;
import dev.rollcall.domain.tokens.TokenKey;
import dev.rollcall.domain.tokens.TokenKeyRing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/// A file of token keys: one key a line, 32 bytes in base64; the first seals, all of them open;
/// lines that begin with `#` say something to people.
///
/// To rotate, put a new line first, on one replica after the other, and take the old one away a day
/// later, when its last token has expired.
public record TokenKeyFile(Path file) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /// The file `token-keys` of a data directory.
    public static TokenKeyFile in(Path directory) {
        return new TokenKeyFile(directory.resolve("token-keys"));
    }

    /// A key that nobody has had.
    public static TokenKey newKey() {
        return TokenKey.of(newSecret());
    }

    /// A line of such a file with a new key.
    public static String newLine() {
        return Base64.getEncoder().encodeToString(newSecret());
    }

    /// Makes the file on first use, readable by its owner only, so that a walk survives a restart.
    public TokenKeyRing readOrCreate() {
        try {
            if (!Files.exists(file)) {
                create();
            }
        } catch (IOException e) {
            throw new UserError(
                    "The token keys in %s can't be made: %s".formatted(file, e.getMessage()),
                    "make the directory writable for the user that runs Rollcall.",
                    e);
        }
        return read();
    }

    /// Reads the keys.
    ///
    /// @throws UserError if the file can't be read, is broken, or others can read it
    public TokenKeyRing read() {
        try {
            SecretFile.require(file);
            List<TokenKey> keys =
                    Files.readAllLines(file).stream()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .map(line -> TokenKey.of(Base64.getDecoder().decode(line)))
                            .toList();
            return new TokenKeyRing(keys);
        } catch (IOException e) {
            throw new UserError(
                    "The token keys in %s can't be read: %s".formatted(file, e.getMessage()),
                    "see that the file is there and readable for the user that runs Rollcall;"
                            + " 'rollcall token-keys new' prints a first line.",
                    e);
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    "The token keys in %s are broken.".formatted(file),
                    "restore the file, or put a line of 'rollcall token-keys new' in its place:"
                            + " clients then have to list from the start.",
                    e);
        }
    }

    private void create() throws IOException {
        String content =
                """
                # Keys of Rollcall's page tokens. The first one seals, all of them open.
                %s
                """
                        .formatted(newLine());
        AtomicFile.create(file, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] newSecret() {
        var secret = new byte[TokenKey.LENGTH];
        RANDOM.nextBytes(secret);
        return secret;
    }
}
