package dev.rollcall.jdbc;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.contract.StoreFactory;

import java.nio.file.Path;

/// The stores of H2 that the contract runs over.
final class H2Stores {

    private H2Stores() {}

    static final class InDirectory implements StoreFactory {

        @Override
        public ProcessingJobStore open(Path directory) {
            return JdbcStore.h2(directory);
        }
    }

    static final class InMemory implements StoreFactory {

        @Override
        public ProcessingJobStore open(Path directory) {
            return JdbcStore.h2InMemory();
        }
    }
}
