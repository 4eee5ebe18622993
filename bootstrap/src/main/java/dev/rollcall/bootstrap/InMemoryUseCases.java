package dev.rollcall.bootstrap;

import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.domain.tokens.TokenKeyRing;
import dev.rollcall.jdbc.H2Store;

import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.List;

/// The use cases over memory: jobs and token keys are gone with the process.
@Singleton
@Component(modules = {UseCaseModule.class, InMemoryUseCases.Storage.class})
interface InMemoryUseCases extends UseCases {

    @Component.Factory
    interface Factory {
        InMemoryUseCases create(@BindsInstance Duration pageBudget);
    }

    @Module
    final class Storage {

        private Storage() {}

        @Provides
        @Singleton
        static ProcessingJobStore store() {
            return H2Store.inMemory();
        }

        @Provides
        @Singleton
        static TokenKeyRing tokenKeys() {
            return new TokenKeyRing(List.of(TokenKeyFile.newKey()));
        }
    }
}
