package dev.rollcall.cli.files;

import dev.rollcall.cli.errors.UserError;
import dev.rollcall.domain.tokens.TokenKey;
import dev.rollcall.domain.tokens.TokenKeyRing;
import dev.rollcall.domain.tokens.TokenSecret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/// A file of token keys: one key a line, 32 bytes in base64. The first key seals new tokens, and
/// all of them open tokens. Lines that begin with `#` are comments.
///
/// To rotate, add a new line last on every replica, then move it first on every replica, and remove
/// the old line a day later, when its last token has expired.
public record TokenKeyFile(SecretFile file) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /// The file `token-keys` of a data directory.
    public static TokenKeyFile in(Path directory) {
        return new TokenKeyFile(new SecretFile(directory.resolve("token-keys")));
    }

    /// A new random secret.
    public static TokenSecret newSecret() {
        var secret = new byte[TokenKey.LENGTH];
        RANDOM.nextBytes(secret);
        return TokenSecret.of(secret);
    }

    /// A line of such a file with a new key.
    public static String newLine() {
        return newSecret().base64();
    }

    /// Reads the keys, from a new file on first use: so tokens survive a restart.
    ///
    /// @throws UserError as [#read] does, or if the file cannot be created
    public TokenKeyRing readOrCreate() {
        try {
            if (!Files.exists(file.path())) {
                create();
            }
        } catch (IOException e) {
            throw new UserError(
                    "The token keys in %s can't be created: %s".formatted(file, e.getMessage()),
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
            List<TokenKey> keys =
                    file.read()
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .map(line -> new TokenSecret(line).key())
                            .toList();
            return new TokenKeyRing(keys);
        } catch (IOException e) {
            throw new UserError(
                    "The token keys in %s can't be read: %s".formatted(file, e.getMessage()),
                    "check that the file exists and is readable for the user that runs Rollcall;"
                            + " 'rollcall token-keys new' prints a first line.",
                    e);
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    "The token keys in %s are broken.".formatted(file),
                    "restore the file, or replace it by a line of 'rollcall token-keys new':"
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
        AtomicFile.create(file.path(), out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }
}
