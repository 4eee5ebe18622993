package dev.rollcall.jdbc.h2;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// What was done to a file, in its order, and what a power cut would leave of it.
final class WriteJournal {

    /// Something that was done to the file.
    sealed interface Event {

        /// Bytes were written from a position on.
        record Write(long position, ByteBuffer bytes) implements Event {}

        /// The file was cut to a size.
        record Truncate(long size) implements Event {}

        /// All that was done before is on the disk for good.
        record Force() implements Event {}
    }

    private final List<Event> events = new ArrayList<>();

    synchronized void add(Event event) {
        events.add(event);
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    synchronized int size() {
        return events.size();
    }

    /// Makes the file that is there when the power is cut after so many events.
    ///
    /// @param survivors what became of the events that were not forced, of which a disk may write
    ///   any, in any order, and of a write any part
    void leave(int events, UnaryOperator<List<Event>> survivors, Path file) throws IOException {
        var all = events().subList(0, events);
        int forced = all.lastIndexOf(new Event.Force()) + 1;
        try (var content = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
            for (Event event : all.subList(0, forced)) {
                apply(event, content);
            }
            for (Event event : survivors.apply(all.subList(forced, events))) {
                apply(event, content);
            }
        }
    }

    private static void apply(Event event, FileChannel content) throws IOException {
        switch (event) {
            case Event.Write(long position, ByteBuffer bytes) ->
                    content.write(bytes.duplicate(), position);
            case Event.Truncate(long size) -> content.truncate(size);
            case Event.Force _ -> {}
        }
    }
}
