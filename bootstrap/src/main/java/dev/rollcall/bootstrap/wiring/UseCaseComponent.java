package dev.rollcall.bootstrap.wiring;

import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;

import dev.rollcall.application.DescribeProcessingJob;
import dev.rollcall.application.ExportProcessingJobs;
import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListScopes;
import dev.rollcall.application.ListTags;
import dev.rollcall.application.NanoClock;
import dev.rollcall.application.PageCut;
import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.application.simulate.Simulation;
import dev.rollcall.cli.storage.UseCases;
import dev.rollcall.domain.tokens.PageTokens;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// The use cases over any storage.
@Component(modules = UseCaseComponent.Core.class)
public interface UseCaseComponent extends UseCases {

    ListTags listTags();

    /// What changes jobs; empty unless their lives are simulated.
    Optional<Simulation> simulation();

    /// The clock they go by, for whoever must go by the same.
    InstantSource clock();

    ProcessingJobStore store();

    OpenStorage storage();

    @Override
    default void close() {
        store().close();
    }

    @Component.Factory
    interface Factory {
        UseCaseComponent create(
                @BindsInstance OpenStorage storage,
                @BindsInstance Duration pageBudget,
                @BindsInstance PageCut pageCut,
                @BindsInstance Optional<Simulation> simulation);
    }

    @Module
    final class Core {

        private Core() {}

        /// The one place that knows the system's clock.
        @Provides
        static InstantSource clock() {
            return InstantSource.system();
        }

        @Provides
        static ProcessingJobStore store(OpenStorage storage) {
            return storage.store();
        }

        /// Whatever does not list needs no token keys, and must not fail for want of them.
        @Provides
        static PageTokens pageTokens(OpenStorage storage, InstantSource clock) {
            return new PageTokens(
                    new CurrentTokenKeys(() -> storage.tokenKeys().read(clock)),
                    PageTokens.DEFAULT_LIFETIME);
        }

        @Provides
        static ListProcessingJobs listProcessingJobs(
                ProcessingJobStore store,
                PageTokens tokens,
                Duration pageBudget,
                PageCut pageCut,
                InstantSource clock) {
            return new ListProcessingJobs(
                    store, tokens, pageBudget, pageCut, clock, NanoClock.SYSTEM);
        }

        @Provides
        static DescribeProcessingJob describeProcessingJob(ProcessingJobStore store) {
            return new DescribeProcessingJob(store);
        }

        @Provides
        static ListTags listTags(ProcessingJobStore store) {
            return new ListTags(store);
        }

        @Provides
        static RecordProcessingJobs recordProcessingJobs(ProcessingJobStore store) {
            return new RecordProcessingJobs(store);
        }

        @Provides
        static ExportProcessingJobs exportProcessingJobs(ProcessingJobStore store) {
            return new ExportProcessingJobs(store);
        }

        @Provides
        static ListScopes listScopes(ProcessingJobStore store) {
            return new ListScopes(store);
        }
    }
}
