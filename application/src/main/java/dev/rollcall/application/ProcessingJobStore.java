package dev.rollcall.application;

/// What a storage adapter offers. A store passes the whole contract (`storage-contract`) or it is
/// no store.
public interface ProcessingJobStore
        extends FindProcessingJobs,
                UpsertProcessingJobs,
                ReadAllProcessingJobs,
                ReadScopes,
                AutoCloseable {

    /// Lets go of everything the store holds; what was kept stays.
    @Override
    void close();
}
