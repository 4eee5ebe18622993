package dev.rollcall.mongo;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.contract.ProcessingJobStoreContract;
import dev.rollcall.contract.StoreFactory;
import dev.rollcall.contract.StoreUnderTest;

import java.nio.file.Path;

@StoreUnderTest(MongoStoreTest.OverTheWire.class)
class MongoStoreTest extends ProcessingJobStoreContract {

    /// One server for all runs, which ends with the process; each store has its own database.
    private static final TestServer SERVER = TestServer.start();

    static final class OverTheWire implements StoreFactory {

        @Override
        public ProcessingJobStore open(Path directory) {
            return MongoStore.open(SERVER.url());
        }
    }
}
