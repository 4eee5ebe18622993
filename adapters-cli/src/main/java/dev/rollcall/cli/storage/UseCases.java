package dev.rollcall.cli.storage;

import dev.rollcall.application.DescribeProcessingJob;
import dev.rollcall.application.ExportProcessingJobs;
import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListScopes;
import dev.rollcall.application.RecordProcessingJobs;

/// The use cases over one open storage. They fail with
/// [dev.rollcall.application.StorageUnavailable] once it is closed.
public interface UseCases extends AutoCloseable {

    ListProcessingJobs listProcessingJobs();

    DescribeProcessingJob describeProcessingJob();

    RecordProcessingJobs recordProcessingJobs();

    ExportProcessingJobs exportProcessingJobs();

    ListScopes listScopes();

    /// Closes the storage; a second call does nothing.
    @Override
    void close();
}
