package dev.rollcall.bootstrap;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

import dev.rollcall.cli.storage.StorageSettings;

import org.junit.jupiter.api.AfterAll;

import java.util.Optional;
import java.util.UUID;

class MongoIntakeTest extends IntakeContract {

    private static final MongoServer SERVER = new MongoServer(new MemoryBackend());
    private static final int PORT = SERVER.bind().getPort();

    @Override
    StorageSettings empty() {
        return new StorageSettings.Mongo(
                "mongodb://127.0.0.1:%d/rollcall-%s?timeoutMS=60000"
                        .formatted(PORT, UUID.randomUUID()),
                Optional.empty());
    }

    @AfterAll
    static void stopTheServer() {
        SERVER.shutdownNow();
    }
}
