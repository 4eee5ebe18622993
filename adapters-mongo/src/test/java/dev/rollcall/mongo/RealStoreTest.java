package dev.rollcall.mongo;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.contract.ForwardingStore;
import dev.rollcall.contract.ProcessingJobStoreContract;
import dev.rollcall.contract.StoreFactory;
import dev.rollcall.contract.StoreUnderTest;

import java.nio.file.Path;

/// The contract on a real server.
@OnRealServer
@StoreUnderTest(RealStoreTest.OnItsOwnDatabase.class)
class RealStoreTest extends ProcessingJobStoreContract {

    static final class OnItsOwnDatabase implements StoreFactory {

        @Override
        public ProcessingJobStore open(Path directory) {
            String url = RealServer.freshUrl();
            return new Dropped(MongoStore.open(url), url);
        }
    }

    /// A store whose database goes with it.
    private static final class Dropped extends ForwardingStore {

        private final String url;

        Dropped(MongoStore store, String url) {
            super(store);
            this.url = url;
        }

        @Override
        public void close() {
            super.close();
            RealServer.drop(url);
        }
    }
}
