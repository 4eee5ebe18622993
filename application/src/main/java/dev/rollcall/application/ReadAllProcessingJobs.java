package dev.rollcall.application;

import dev.rollcall.domain.jobs.ProcessingJob;

import java.util.function.Consumer;

/// Driven port: reads every job there is, of all scopes.
@FunctionalInterface
public interface ReadAllProcessingJobs {

    /// Hands each job that is kept to the reader, once, in the order of their ARNs.
    ///
    /// All of them are of one moment, however long the reading takes: what is kept meanwhile does
    /// not show, and need not wait. However many jobs there are, few are in memory at a time. What
    /// the reader throws ends the reading and passes as it is.
    ///
    /// @throws StorageUnavailable if the store cannot answer now, or cannot go on
    void readAll(Consumer<ProcessingJob> reader);
}
