package dev.rollcall.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.files.SecretFile;
import dev.rollcall.http.access.AccessKey;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Which keys are in force after their file has changed.
class KeyFileTest {

    private static final String KEYS =
            """
            [ada]
            aws_access_key_id = AKIDADA
            aws_secret_access_key = adas-secret
            account = 111111111111
            """;

    @TempDir private Path dir;

    private Path file;
    private KeyFile<AccessKey> keys;

    @BeforeEach
    void open() throws IOException {
        file = dir.resolve("access-keys");
        write(KEYS);
        keys = KeyFile.ofAccessKeys(new SecretFile(file));
    }

    private void write(String content) throws IOException {
        Files.writeString(file, content);
        setPermissions("rw-------");
    }

    private void setPermissions(String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# [ada] has left\n"})
    void a_file_without_keys_lets_nobody_in(String content) throws IOException {
        write(content);
        keys.reload();
        assertThat(keys.find("AKIDADA")).isEmpty();

        write(KEYS);
        keys.reload();
        assertThat(keys.find("AKIDADA")).isPresent();
    }

    @Test
    void no_file_lets_nobody_in() throws IOException {
        Files.delete(file);
        keys.reload();
        assertThat(keys.find("AKIDADA")).isEmpty();

        write(KEYS);
        keys.reload();
        assertThat(keys.find("AKIDADA")).isPresent();
    }

    @Test
    void a_broken_file_leaves_the_old_keys_in_force() throws IOException {
        write(KEYS.replace("AKIDADA", "AKID-ADA"));
        assertRefused("The access keys in %s are broken: [ada]: invalid aws_access_key_id");
    }

    @Test
    void a_file_that_everybody_can_read_leaves_the_old_keys_in_force() throws IOException {
        setPermissions("rw-r--r--");
        assertRefused("Everybody on this machine can read the secrets in %s.");
    }

    @Test
    void a_file_that_is_no_text_leaves_the_old_keys_in_force() throws IOException {
        Files.write(file, new byte[] {'#', (byte) 0xff});
        assertRefused("The access keys in %s can't be read:");
    }

    @Test
    void a_directory_in_its_place_leaves_the_old_keys_in_force() throws IOException {
        Files.delete(file);
        Files.createDirectory(file);
        assertRefused("%s is a directory, not a file of secrets.");
    }

    private void assertRefused(String message) {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(keys::reload)
                .withMessageContaining(message.formatted(file));
        assertThat(keys.find("AKIDADA")).isPresent();
    }

    @Test
    void a_server_does_not_start_without_a_key() throws IOException {
        write("# nothing\n");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> KeyFile.ofAccessKeys(new SecretFile(file)))
                .withMessage("There is no access key in %s.", file);
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> KeyFile.ofAccessKeys(new SecretFile(dir.resolve("missing"))))
                .withMessageContaining("can't be read: NoSuchFileException: ");
    }
}
