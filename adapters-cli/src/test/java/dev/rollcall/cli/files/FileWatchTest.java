package dev.rollcall.cli.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.cli.errors.UserError;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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
        Path two = Files.writeString(dir.resolve("2"), "same");
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
    void a_refused_version_is_asked_for_again_after_the_next_change_only() throws Exception {
        Path file = Files.writeString(dir.resolve("keys"), "1");
        try (var watch = new FileWatch()) {
            watch.add(
                    "The keys",
                    List.of(file),
                    () -> {
                        reloads.incrementAndGet();
                        throw new UserError("It is broken.", "mend it.");
                    });

            Files.writeString(file, "22");
            watch.check();
            watch.check();
            assertThat(reloads).hasValue(1);

            Files.delete(file);
            watch.check();
            assertThat(reloads).hasValue(2);
        }
    }
}
