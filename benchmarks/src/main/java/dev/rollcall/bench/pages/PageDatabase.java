package dev.rollcall.bench.pages;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

import dev.rollcall.bench.PostgresServer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;

/// Where the store of a [PageServer] has its jobs, until this is closed. A database server runs
/// outside of the process that is measured.
///
/// @param where a directory, or a URL
record PageDatabase(String where, Step settling, Step closing) implements AutoCloseable {

    /// What a database does.
    @FunctionalInterface
    interface Step {

        void run() throws IOException, SQLException;
    }

    static PageDatabase of(String storage) throws IOException {
        Path directory = Files.createTempDirectory("rollcall-pages-");
        return switch (storage) {
            case "postgres" -> postgres(directory);
            case "mongo" -> mongo(directory);
            default -> new PageDatabase(directory.toString(), () -> {}, () -> delete(directory));
        };
    }

    private static PageDatabase postgres(Path directory) throws IOException {
        var server = PostgresServer.start(directory.resolve("data"));
        return new PageDatabase(
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort()),
                () -> {
                    try (var connection = server.getPostgresDatabase().getConnection();
                            var statement = connection.createStatement()) {
                        statement.execute("VACUUM (ANALYZE)");
                    }
                },
                () -> {
                    server.close();
                    delete(directory);
                });
    }

    /// The server that the tests use. It is not MongoDB.
    private static PageDatabase mongo(Path directory) {
        var server = new MongoServer(new MemoryBackend());
        int port = server.bind().getPort();
        return new PageDatabase(
                "mongodb://127.0.0.1:%d/rollcall?timeoutMS=60000".formatted(port),
                () -> {},
                () -> {
                    server.shutdownNow();
                    delete(directory);
                });
    }

    /// Does what a database does by itself some time after it was filled.
    void settle() throws IOException, SQLException {
        settling.run();
    }

    @Override
    public void close() throws IOException, SQLException {
        closing.run();
    }

    private static void delete(Path directory) throws IOException {
        try (var walk = Files.walk(directory)) {
            for (Path path : walk.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
