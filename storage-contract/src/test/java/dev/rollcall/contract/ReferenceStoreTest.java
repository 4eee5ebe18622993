package dev.rollcall.contract;

import dev.rollcall.application.ProcessingJobStore;

import java.nio.file.Path;

/// The reference store passes the contract, so the contract asks for nothing but what the port
/// means.
@StoreUnderTest(ReferenceStoreTest.InMemory.class)
class ReferenceStoreTest extends ProcessingJobStoreContract {

    static final class InMemory implements StoreFactory {

        @Override
        public ProcessingJobStore open(Path directory) {
            return new ReferenceStore();
        }
    }
}
