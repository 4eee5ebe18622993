package dev.rollcall.bootstrap;

class H2SdkListingTest extends SdkListingTest {

    H2SdkListingTest() {
        super(new StorageSettings.InMemory());
    }
}
