package dev.rollcall.bootstrap;

import dagger.Module;
import dagger.Provides;

import dev.rollcall.application.ExportProcessingJobs;
import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.domain.tokens.PageTokens;
import dev.rollcall.domain.tokens.TokenKeyRing;

import java.time.Duration;
import java.time.InstantSource;

/// What is the same over every storage.
@Module
final class UseCaseModule {

    private UseCaseModule() {}

    /// The one place that knows the system's clock.
    @Provides
    static InstantSource clock() {
        return InstantSource.system();
    }

    @Provides
    static PageTokens pageTokens(TokenKeyRing keys) {
        return new PageTokens(keys, PageTokens.DEFAULT_LIFETIME);
    }

    @Provides
    static ListProcessingJobs listProcessingJobs(
            ProcessingJobStore store, PageTokens tokens, Duration pageBudget, InstantSource clock) {
        return new ListProcessingJobs(store, tokens, pageBudget, clock);
    }

    @Provides
    static RecordProcessingJobs recordProcessingJobs(ProcessingJobStore store) {
        return new RecordProcessingJobs(store);
    }

    @Provides
    static ExportProcessingJobs exportProcessingJobs(ProcessingJobStore store) {
        return new ExportProcessingJobs(store);
    }
}
