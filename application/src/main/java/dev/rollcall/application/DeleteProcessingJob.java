package dev.rollcall.application;

import dev.rollcall.domain.jobs.ProcessingJobId;

/// Driven port: deletes a job, and all that is stored of it.
@FunctionalInterface
public interface DeleteProcessingJob {

    /// Deletes the job with this identity, if it is stored. When this returns, that is durable, and
    /// a job that is stored under the same name afterwards has nothing of the deleted one. A page
    /// token that points at a deleted job continues after the place where it was.
    ///
    /// @throws StorageUnavailable if the store cannot delete it now; it may be deleted
    ///   nevertheless, and deleting it again is safe
    void delete(ProcessingJobId id);
}
