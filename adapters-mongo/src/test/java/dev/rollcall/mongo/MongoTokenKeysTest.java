package dev.rollcall.mongo;

import dev.rollcall.application.SharedJobStore;
import dev.rollcall.contract.TokenKeysContract;

class MongoTokenKeysTest extends TokenKeysContract {

    private static final TestServer SERVER = TestServer.start();

    private final String url = SERVER.url();

    @Override
    protected SharedJobStore open() {
        return MongoStore.open(url);
    }
}
