package dev.rollcall.cli.files;

import static org.assertj.core.api.Assertions.assertThat;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

class AtomicFileTest {

    private static final String WRITE = "jdk.FileWrite";
    private static final String FORCE = "jdk.FileForce";

    @TempDir private Path directory;

    @Test
    void a_file_is_forced_to_the_disk_with_all_of_its_content_before_it_gets_its_name()
            throws IOException {
        Path file = directory.resolve("file");
        var events =
                eventsOf(
                        () ->
                                AtomicFile.create(
                                        file,
                                        out -> {
                                            out.write(new byte[100]);
                                            out.write(new byte[200]);
                                        }));

        assertThat(events)
                .extracting(event -> event.getEventType().getName())
                .containsExactly(WRITE, WRITE, FORCE, FORCE);
        assertThat(events.get(2).getBoolean("metaData")).isTrue();
        assertThat(events.subList(0, 3))
                .extracting(event -> event.getString("path"))
                .allMatch(path -> path.endsWith(".part"))
                .containsOnly(events.getFirst().getString("path"));
        assertThat(file).hasSize(300);
    }

    @Test
    void the_name_is_forced_to_the_disk_after_the_content() throws IOException {
        var events = eventsOf(() -> AtomicFile.create(directory.resolve("file"), _ -> {}));

        assertThat(events).hasSize(2);
        assertThat(events.getLast().getString("path")).isEqualTo(directory.toString());
    }

    @Test
    void what_a_killed_process_left_is_deleted() throws IOException {
        Path orphan = Files.writeString(directory.resolve("rollcall-123.part"), "half an export");
        Path stranger = Files.writeString(directory.resolve("rollcall-notes.part"), "not a draft");

        AtomicFile.create(directory.resolve("file"), _ -> {});

        assertThat(orphan).doesNotExist();
        assertThat(stranger).exists();
    }

    @Test
    void what_another_one_is_writing_is_left_alone() throws IOException {
        AtomicFile.create(
                directory.resolve("slow"),
                slow -> {
                    slow.write(1);
                    AtomicFile.create(directory.resolve("fast"), fast -> fast.write(2));
                    slow.write(3);
                });

        assertThat(directory.resolve("slow")).hasBinaryContent(new byte[] {1, 3});
        assertThat(directory.resolve("fast")).hasBinaryContent(new byte[] {2});
    }

    @FunctionalInterface
    private interface Work {

        void run() throws IOException;
    }

    /// What some work writes and forces below the directory, as the JDK records it.
    private List<RecordedEvent> eventsOf(Work work) throws IOException {
        try (var recording = new Recording()) {
            List.of(WRITE, FORCE)
                    .forEach(name -> recording.enable(name).withThreshold(Duration.ZERO));
            recording.start();
            work.run();
            recording.stop();
            Path dump = directory.resolve("events.jfr");
            recording.dump(dump);
            return RecordingFile.readAllEvents(dump).stream()
                    .filter(this::isBelowDirectory)
                    .sorted(Comparator.comparing(RecordedEvent::getStartTime))
                    .toList();
        }
    }

    /// Standard output has no path.
    private boolean isBelowDirectory(RecordedEvent event) {
        return String.valueOf(event.getString("path")).startsWith(directory.toString());
    }
}
