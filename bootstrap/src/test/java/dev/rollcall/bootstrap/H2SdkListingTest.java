package dev.rollcall.bootstrap;

import dev.rollcall.cli.storage.StorageSettings;

class H2SdkListingTest extends SdkListingTest {

    H2SdkListingTest() {
        super(new StorageSettings.InMemory());
    }
}
