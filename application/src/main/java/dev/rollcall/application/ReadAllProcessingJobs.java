package dev.rollcall.application;

import dev.rollcall.domain.jobs.JobDescription;

import java.util.function.Consumer;

/// Driven port: reads every stored job, of all scopes.
@FunctionalInterface
public interface ReadAllProcessingJobs {

    /// Passes all that is stored of each job to the reader, once, in the order of account, region
    /// and name.
    ///
    /// The jobs are one snapshot, however long the reading takes: what is stored meanwhile is not
    /// read, and does not have to wait. However many jobs there are, few are in memory at a time.
    /// An exception of the reader ends the reading and is passed on.
    ///
    /// @throws StorageUnavailable if the store cannot answer now, or fails while it answers
    void readAll(Consumer<JobDescription> reader);
}
