package dev.rollcall.bootstrap;

class MongoSdkListingTest extends SdkListingTest {

    MongoSdkListingTest() {
        super(MongoTestServer.newDatabase());
    }
}
