package dev.rollcall.application;

/// What a storage adapter offers. Every store passes the tests of `storage-contract`.
public interface ProcessingJobStore
        extends FindProcessingJobs,
                ReadProcessingJob,
                UpsertProcessingJobs,
                DeleteProcessingJob,
                ReadAllProcessingJobs,
                ReadScopes,
                AutoCloseable {

    /// How its connections are used now.
    default ConnectionUse connectionUse() {
        return ConnectionUse.NONE;
    }

    /// Releases all connections and files of the store; the stored jobs remain.
    @Override
    void close();
}
