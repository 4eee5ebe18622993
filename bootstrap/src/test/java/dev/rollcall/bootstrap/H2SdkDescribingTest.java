package dev.rollcall.bootstrap;

import dev.rollcall.cli.storage.StorageSettings;

class H2SdkDescribingTest extends SdkDescribingTest {

    H2SdkDescribingTest() {
        super(new StorageSettings.InMemory());
    }
}
