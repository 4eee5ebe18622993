package dev.rollcall.cli.storage;

import dev.rollcall.application.ExportProcessingJobs;
import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListScopes;
import dev.rollcall.application.RecordProcessingJobs;

/// The use cases over one open storage.
public interface UseCases extends AutoCloseable {

    ListProcessingJobs listProcessingJobs();

    RecordProcessingJobs recordProcessingJobs();

    ExportProcessingJobs exportProcessingJobs();

    ListScopes listScopes();

    /// Closes the storage.
    @Override
    void close();
}
