package dev.rollcall.cli.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.cli.errors.UserError;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Which files of secrets are read, and how often.
class SecretFileTest {

    @TempDir private Path dir;

    private Path file(String permissions) throws IOException {
        Path file = Files.writeString(dir.resolve("secret"), "hunter2");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--------", "r--r-----", "rw-rw----"})
    void a_file_of_its_owner_and_its_group_is_read(String permissions) throws IOException {
        assertThat(new SecretFile(file(permissions)).read()).isEqualTo("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r--r--r--", "rw-r--r--"})
    void a_file_that_everybody_can_read_must_be_allowed(String permissions) throws IOException {
        Path file = file(permissions);

        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> new SecretFile(file).read())
                .withMessage("Everybody on this machine can read the secrets in %s.", file)
                .extracting(UserError::recommendedAction)
                .asString()
                .startsWith("chmod 600 " + file)
                .endsWith("--allow-readable-secrets.");
        assertThat(new SecretFile(file, true).read()).isEqualTo("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-rw-rw-", "rw-----w-"})
    void a_file_that_everybody_can_change_is_never_read(String permissions) throws IOException {
        Path file = file(permissions);

        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> new SecretFile(file, true).read())
                .withMessage("Everybody on this machine can change the secrets in %s.", file);
    }

    @Test
    void a_file_is_read_as_it_is_now() throws IOException {
        var secret = new SecretFile(file("rw-------"));
        assertThat(secret.read()).isEqualTo("hunter2");

        Files.writeString(secret.path(), "hunter3");
        assertThat(secret.read()).isEqualTo("hunter3");
    }

    @Test
    void a_pipe_is_read_once_whatever_its_permissions() throws Exception {
        var secret = new SecretFile(Pipe.in(dir));
        Files.setPosixFilePermissions(secret.path(), PosixFilePermissions.fromString("rw-rw-rw-"));
        var writer = Thread.startVirtualThread(() -> Pipe.write(secret.path(), "hunter2"));

        assertThat(secret.read()).isEqualTo("hunter2");
        writer.join();
        assertThat(secret.read()).isEqualTo("hunter2");
    }

    @Test
    void what_is_no_file_is_not_read() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> new SecretFile(dir, true).read())
                .withMessage("%s is a directory, not a file of secrets.", dir);
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> new SecretFile(dir.resolve("missing")).read());
    }
}
