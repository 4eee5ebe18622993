package dev.rollcall.bench.fault;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Where a server stores its jobs.
enum Storage {
    H2("h2", "H2") {
        @Override
        Stored open(Path directory) {
            return new Stored(
                    List.of("--data", directory.resolve("h2").toString()), () -> {}, () -> {});
        }
    },
    POSTGRES("postgres", "PostgreSQL") {
        @Override
        Stored open(Path directory) throws Exception {
            var server = PostgresProcess.in(directory.resolve("postgres"));
            return new Stored(options(server.port()), server::start, server);
        }
    };

    private final String word;
    private final String words;

    Storage(String word, String words) {
        this.word = word;
        this.words = words;
    }

    /// The options of a server whose PostgreSQL is behind a port.
    static List<String> options(int port) {
        return List.of(
                "--storage",
                "postgres",
                "--url",
                PostgresProcess.url(port),
                "--user",
                PostgresProcess.SUPERUSER);
    }

    abstract Stored open(Path directory) throws Exception;

    String word() {
        return word;
    }

    String words() {
        return words;
    }

    /// A place for jobs.
    ///
    /// @param options how a server finds it
    /// @param restart starts it again if it does not run
    record Stored(List<String> options, Trial.Deed restart, Closeable place) implements Closeable {

        /// A server on it.
        Subject subject(String heap, String... more) {
            return new Subject(heap, Stream.concat(options.stream(), Stream.of(more)).toList());
        }

        @Override
        public void close() throws IOException {
            place.close();
        }
    }
}
