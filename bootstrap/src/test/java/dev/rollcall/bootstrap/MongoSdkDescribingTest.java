package dev.rollcall.bootstrap;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

import dev.rollcall.cli.files.SecretFile;
import dev.rollcall.cli.storage.StorageSettings;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

class MongoSdkDescribingTest extends SdkDescribingTest {

    private static final MongoServer SERVER = new MongoServer(new MemoryBackend());

    MongoSdkDescribingTest(@TempDir Path dir) throws IOException {
        super(
                new StorageSettings.Mongo(
                        "mongodb://127.0.0.1:%d/?timeoutMS=60000"
                                .formatted(SERVER.bind().getPort()),
                        Optional.of(new SecretFile(WrittenSecret.tokenKeys(dir)))));
    }

    @AfterAll
    static void stopTheServer() {
        SERVER.shutdownNow();
    }
}
