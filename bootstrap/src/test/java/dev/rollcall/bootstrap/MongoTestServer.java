package dev.rollcall.bootstrap;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

import dev.rollcall.cli.storage.StorageSettings;

import java.util.Optional;
import java.util.UUID;

/// One server that speaks MongoDB's protocol, which runs as long as the tests do.
final class MongoTestServer {

    private MongoTestServer() {}

    /// A new and empty database, which keeps its token keys itself.
    static StorageSettings newDatabase() {
        return new StorageSettings.Mongo(
                "mongodb://127.0.0.1:%d/rollcall-%s?timeoutMS=60000"
                        .formatted(Running.PORT, UUID.randomUUID()),
                Optional.empty());
    }

    /// Started when it is first asked for.
    private static final class Running {

        static final int PORT = start();

        private static int start() {
            var server = new MongoServer(new MemoryBackend());
            Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
            return server.bind().getPort();
        }
    }
}
