package dev.rollcall.jdbc.h2;

import static org.assertj.core.api.Assertions.assertThat;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;

class H2FileTest {

    @TempDir private Path directory;

    @Test
    void the_mark_of_an_open_database_is_forced_into_its_directory() throws Exception {
        var file = new H2File(directory);
        try (var recording = new Recording()) {
            recording.enable("jdk.FileForce").withThreshold(Duration.ZERO);
            recording.start();
            file.markOpen();
            recording.stop();
            Path events = directory.resolve("events.jfr");
            recording.dump(events);
            assertThat(RecordingFile.readAllEvents(events))
                    .extracting((RecordedEvent event) -> event.getString("path"))
                    .containsExactly(directory.toString());
        }
        assertThat(file.wasLeftOpen()).isTrue();
    }
}
