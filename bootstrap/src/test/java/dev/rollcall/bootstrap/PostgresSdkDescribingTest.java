package dev.rollcall.bootstrap;

import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

class PostgresSdkDescribingTest extends SdkDescribingTest {

    PostgresSdkDescribingTest(@TempDir Path dir) throws IOException {
        super(PostgresServer.settings(PostgresServer.newDatabase(), WrittenSecret.tokenKeys(dir)));
    }
}
