package dev.rollcall.bootstrap;

import dev.rollcall.cli.storage.StorageSettings;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Optional;

class H2IntakeTest extends IntakeContract {

    @TempDir private Path data;

    @Override
    StorageSettings empty() {
        return new StorageSettings.H2(data, Optional.empty());
    }
}
