package dev.rollcall.bootstrap;

import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.domain.tokens.TokenKeyRing;
import dev.rollcall.mongo.MongoStore;

import jakarta.inject.Singleton;

import java.time.Duration;

/// The use cases over a MongoDB database, which replicas share; the token keys are a file of
/// theirs.
@Singleton
@Component(modules = {UseCaseModule.class, MongoUseCases.Storage.class})
interface MongoUseCases extends UseCases {

    @Component.Factory
    interface Factory {
        MongoUseCases create(
                @BindsInstance StorageSettings.Mongo storage, @BindsInstance Duration pageBudget);
    }

    @Module
    final class Storage {

        private Storage() {}

        @Provides
        @Singleton
        static ProcessingJobStore store(StorageSettings.Mongo storage) {
            try {
                return MongoStore.open(storage.text());
            } catch (StorageUnavailable e) {
                throw new UserError(
                        "The database %s can't be used: %s"
                                .formatted(storage.withoutLoginAndOptions(), e.getMessage()),
                        "see that the server runs, and that the --url says how to log in to it.",
                        e);
            }
        }

        /// Asked for only by what lists.
        @Provides
        @Singleton
        static TokenKeyRing tokenKeys(StorageSettings.Mongo storage) {
            return SharedTokenKeys.of("mongo", storage.tokenKeys());
        }
    }
}
