package dev.rollcall.jdbc;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.contract.StoreFactory;

import java.nio.file.Path;

/// The stores of H2 that the contract runs over.
public final class H2Stores {

    private H2Stores() {}

    public static final class InDirectory implements StoreFactory {

        @Override
        public ProcessingJobStore open(Path directory) {
            return H2Store.open(directory);
        }
    }

    public static final class InMemory implements StoreFactory {

        @Override
        public ProcessingJobStore open(Path directory) {
            return H2Store.inMemory();
        }
    }
}
