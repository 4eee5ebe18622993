package dev.rollcall.cli.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.cli.errors.UserError;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Files that are read again when they change.
class FileWatchTest {

    @TempDir private Path dir;

    private final AtomicInteger reloads = new AtomicInteger();

    @Test
    void a_file_is_read_again_once_for_each_change() throws Exception {
        Path file = Files.writeString(dir.resolve("keys"), "1");
        try (var watch = new FileWatch()) {
            watch.add("The keys", List.of(file), reloads::incrementAndGet);

            watch.check();
            assertThat(reloads).hasValue(0);

            Files.writeString(file, "22");
            watch.check();
            watch.check();
            assertThat(reloads).hasValue(1);
        }
    }

    @Test
    void a_link_to_another_file_is_a_change() throws Exception {
        Path one = Files.writeString(dir.resolve("1"), "same");
        Path two = Files.writeString(dir.resolve("2"), "else");
        Path link = Files.createSymbolicLink(dir.resolve("keys"), one);
        try (var watch = new FileWatch()) {
            watch.add("The keys", List.of(link), reloads::incrementAndGet);

            Files.delete(link);
            Files.createSymbolicLink(link, two);
            watch.check();
            assertThat(reloads).hasValue(1);
        }
    }

    @Test
    void a_pipe_is_not_watched_since_it_can_be_read_once_only() throws Exception {
        Path pipe = Pipe.in(dir);
        try (var watch = new FileWatch();
                var ends = new RandomAccessFile(pipe.toFile(), "rw")) {
            watch.add("The keys", List.of(pipe), reloads::incrementAndGet);

            ends.write('2');
            Files.setLastModifiedTime(pipe, FileTime.from(Instant.EPOCH));
            watch.check();
            assertThat(reloads).hasValue(0);
        }
    }

    @Test
    void a_change_of_permissions_alone_is_a_change() throws Exception {
        Path file = Files.writeString(dir.resolve("keys"), "1");
        try (var watch = new FileWatch()) {
            watch.add("The keys", List.of(file), reloads::incrementAndGet);

            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
            watch.check();
            watch.check();
            assertThat(reloads).hasValue(1);
        }
    }

    @Test
    void a_change_that_keeps_time_and_size_is_a_change() throws Exception {
        Path file = Files.writeString(dir.resolve("keys"), "1");
        FileTime time = Files.getLastModifiedTime(file);
        try (var watch = new FileWatch()) {
            watch.add("The keys", List.of(file), reloads::incrementAndGet);

            Files.writeString(file, "2");
            Files.setLastModifiedTime(file, time);
            watch.check();
            assertThat(reloads).hasValue(1);
        }
    }

    @Test
    void a_file_that_is_deleted_is_a_change() throws Exception {
        Path file = Files.writeString(dir.resolve("keys"), "1");
        try (var watch = new FileWatch()) {
            watch.add("The keys", List.of(file), reloads::incrementAndGet);

            Files.delete(file);
            watch.check();
            watch.check();
            assertThat(reloads).hasValue(1);
        }
    }

    @Test
    void a_pipe_in_the_place_of_a_file_does_not_hold_the_watch_up() throws Exception {
        Path file = Files.writeString(dir.resolve("keys"), "1");
        try (var watch = new FileWatch()) {
            watch.add("The keys", List.of(file), reloads::incrementAndGet);

            Files.delete(file);
            Files.move(Pipe.in(dir), file);
            watch.check();
            assertThat(reloads).hasValue(0);

            Files.delete(file);
            Files.writeString(file, "2");
            watch.check();
            assertThat(reloads).hasValue(1);
        }
    }

    static List<Throwable> failures() {
        return List.of(
                new UserError("It is broken.", "mend it."),
                new IllegalArgumentException("a reader's mistake"),
                new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void what_fails_is_tried_again_until_it_succeeds_and_holds_no_other_file_up(Throwable failure)
            throws Exception {
        Path file = Files.writeString(dir.resolve("keys"), "1");
        Path other = Files.writeString(dir.resolve("other"), "1");
        var tries = new AtomicInteger();
        try (var watch = new FileWatch()) {
            watch.add(
                    "The keys",
                    List.of(file),
                    () -> {
                        if (tries.incrementAndGet() < 3) {
                            throw FileWatchTest.<RuntimeException>unchecked(failure);
                        }
                    });
            watch.add("The others", List.of(other), reloads::incrementAndGet);

            Files.writeString(file, "22");
            watch.check();
            watch.check();
            assertThat(tries).hasValue(2);
            Files.writeString(other, "22");
            watch.check();
            watch.check();
            assertThat(tries).hasValue(3);
            assertThat(reloads).hasValue(1);
        }
    }

    /// Any failure, thrown as if it needed no declaration.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T unchecked(Throwable failure) {
        return (T) failure;
    }
}
