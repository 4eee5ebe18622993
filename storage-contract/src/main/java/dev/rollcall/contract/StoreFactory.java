package dev.rollcall.contract;

import dev.rollcall.application.ProcessingJobStore;

import java.nio.file.Path;

/// How a contract run opens the store it is about. A factory has a constructor without parameters.
@FunctionalInterface
public interface StoreFactory {

    /// A new and empty store; the run closes it.
    ///
    /// @param directory an empty directory for the store alone, which the run deletes at the end
    ProcessingJobStore open(Path directory);
}
