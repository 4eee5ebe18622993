package dev.rollcall.contract;

import dev.rollcall.application.ProcessingJobStore;

import java.nio.file.Path;

/// The reference store passes the contract, or the contract asks for what the port does not mean.
@StoreUnderTest(ReferenceStoreTest.InMemory.class)
class ReferenceStoreTest extends ProcessingJobStoreContract {

    static final class InMemory implements StoreFactory {

        @Override
        public ProcessingJobStore open(Path directory) {
            return new ReferenceStore();
        }
    }
}
