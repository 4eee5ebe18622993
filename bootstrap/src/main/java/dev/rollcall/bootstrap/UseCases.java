package dev.rollcall.bootstrap;

import dev.rollcall.application.ExportProcessingJobs;
import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.RecordProcessingJobs;

import java.time.Duration;
import java.time.InstantSource;

/// The use cases over one storage. There is one Dagger component for each kind of storage, so that
/// only the chosen one's classes are loaded.
interface UseCases {

    ListProcessingJobs listProcessingJobs();

    RecordProcessingJobs recordProcessingJobs();

    ExportProcessingJobs exportProcessingJobs();

    /// The clock they go by, for whoever must go by the same.
    InstantSource clock();

    /// The store under the use cases, for whoever must close it.
    ProcessingJobStore store();

    static UseCases over(StorageSettings storage) {
        return over(storage, ListProcessingJobs.DEFAULT_PAGE_BUDGET);
    }

    /// The use cases over a storage, with a time for each page.
    ///
    /// @param pageBudget how long a page may be gathered before it is answered short
    static UseCases over(StorageSettings storage, Duration pageBudget) {
        return switch (storage) {
            case StorageSettings.H2 h2 -> DaggerH2UseCases.factory().create(h2, pageBudget);
            case StorageSettings.InMemory _ -> DaggerInMemoryUseCases.factory().create(pageBudget);
            case StorageSettings.Postgres postgres ->
                    DaggerPostgresUseCases.factory().create(postgres, pageBudget);
            case StorageSettings.Mongo mongo ->
                    DaggerMongoUseCases.factory().create(mongo, pageBudget);
        };
    }
}
