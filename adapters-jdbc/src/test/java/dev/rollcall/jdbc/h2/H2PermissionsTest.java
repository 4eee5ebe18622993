package dev.rollcall.jdbc.h2;

import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.jdbc.H2Store;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// Who can read the files of a database.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Skipped: Windows has other permissions.")
class H2PermissionsTest {

    @TempDir private Path parent;

    private Path directory;

    @BeforeEach
    void choose() {
        directory = parent.resolve("new/data");
    }

    private Path file() {
        return directory.resolve("rollcall.mv.db");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void open(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void a_new_database_and_its_directories_are_for_their_owner_only() throws IOException {
        try (var store = H2Store.open(directory)) {
            store.upsert(List.of(job("one").build()));
            assertThat(permissions(file())).isEqualTo("rw-------");
        }
        assertThat(permissions(directory)).isEqualTo("rwx------");
        assertThat(permissions(parent.resolve("new"))).isEqualTo("rwx------");
        assertThat(permissions(file())).isEqualTo("rw-------");
    }

    @Test
    void a_compacted_file_is_for_its_owner_only() throws IOException {
        H2Store.open(directory).close();
        H2Store.compact(directory);
        assertThat(permissions(file())).isEqualTo("rw-------");
    }

    @Test
    void a_file_that_everybody_can_read_is_tightened_when_it_is_opened() throws IOException {
        H2Store.open(directory).close();
        open(file(), "rw-r--r--");
        try (var _ = H2Store.open(directory)) {
            assertThat(permissions(file())).isEqualTo("rw-------");
        }
    }

    @Test
    void a_directory_that_was_there_is_left_alone() throws IOException {
        Files.createDirectories(directory);
        open(directory, "rwxr-xr-x");
        H2Store.open(directory).close();
        assertThat(permissions(directory)).isEqualTo("rwxr-xr-x");
    }
}
