package dev.rollcall.bootstrap;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class PostgresSdkListingTest extends SdkListingTest {

    PostgresSdkListingTest(@TempDir Path dir) throws IOException {
        super(PostgresServer.settings(PostgresServer.newDatabase(), SecretFile.tokenKeys(dir)));
    }
}
