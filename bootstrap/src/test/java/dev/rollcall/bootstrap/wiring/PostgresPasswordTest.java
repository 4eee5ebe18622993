package dev.rollcall.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.cli.files.SecretFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

class PostgresPasswordTest {

    private static final Map<String, String> VARIABLE = Map.of("PGPASSWORD", "of the variable");

    @TempDir private Path dir;

    @Test
    void a_file_counts_more_than_the_variable_and_is_read_each_time() throws IOException {
        Path file = Files.writeString(dir.resolve("password"), "the first one\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        var password = new PostgresPassword(Optional.of(new SecretFile(file)), VARIABLE);
        assertThat(password.read()).contains("the first one");
        Files.writeString(file, "the second one\n");
        assertThat(password.read()).contains("the second one");
    }

    @Test
    void the_variable_counts_without_a_file_and_is_never_shown() {
        var password = new PostgresPassword(Optional.empty(), VARIABLE);
        assertThat(password.read()).contains("of the variable");
        assertThat(password.toString()).doesNotContain("of the variable");
    }

    @Test
    void with_neither_the_driver_is_left_to_look() {
        assertThat(new PostgresPassword(Optional.empty(), Map.of()).read()).isEmpty();
    }
}
