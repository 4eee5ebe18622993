package dev.rollcall.bootstrap;

class MongoSdkDescribingTest extends SdkDescribingTest {

    MongoSdkDescribingTest() {
        super(MongoTestServer.newDatabase());
    }
}
