package dev.rollcall.bench.fault;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Where a server stores its jobs.
enum Storage {
    H2("h2", "H2") {
        @Override
        Stored open(Path directory) {
            return new Stored(
                    List.of("--data", directory.resolve("data").toString()), Map.of(), () -> {});
        }
    },
    POSTGRES("postgres", "PostgreSQL") {
        @Override
        Stored open(Path directory) throws Exception {
            var server = PostgresProcess.in(directory.resolve("postgres"));
            return new Stored(postgres(server.port()), Map.of(), server);
        }
    };

    private final String word;
    private final String words;

    Storage(String word, String words) {
        this.word = word;
        this.words = words;
    }

    /// The options of a server that connects to a port.
    static List<String> postgres(int port) {
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
    /// @param environment variables of such a server
    record Stored(List<String> options, Map<String, String> environment, Closeable place)
            implements Closeable {

        Subject subject(String heap) {
            return new Subject(heap, environment, options);
        }

        @Override
        public void close() throws IOException {
            place.close();
        }
    }
}
