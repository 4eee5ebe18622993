package dev.rollcall.bootstrap;

import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.domain.tokens.TokenKeyRing;
import dev.rollcall.jdbc.PostgresStore;

import jakarta.inject.Singleton;

import java.time.Duration;

/// The use cases over a PostgreSQL database, which replicas share; the token keys are a file of
/// theirs.
@Singleton
@Component(modules = {UseCaseModule.class, PostgresUseCases.Storage.class})
interface PostgresUseCases extends UseCases {

    @Component.Factory
    interface Factory {
        PostgresUseCases create(
                @BindsInstance StorageSettings.Postgres storage,
                @BindsInstance Duration pageBudget);
    }

    @Module
    final class Storage {

        private Storage() {}

        @Provides
        @Singleton
        static ProcessingJobStore store(StorageSettings.Postgres storage) {
            String password =
                    storage.password().map(file -> new PasswordFile(file).read()).orElse("");
            try {
                return PostgresStore.open(storage.url().text(), storage.user(), password);
            } catch (StorageUnavailable e) {
                throw new UserError(
                        "The database %s can't be used by %s: %s"
                                .formatted(
                                        storage.url().withoutParameters(),
                                        storage.user(),
                                        FailureText.of(e)),
                        "see that the server runs, that --url, --user and --password-file are"
                                + " right, and that this user may create the schema 'rollcall'"
                                + " there.",
                        e);
            }
        }

        /// Asked for only by what lists.
        @Provides
        @Singleton
        static TokenKeyRing tokenKeys(StorageSettings.Postgres storage) {
            return SharedTokenKeys.of("postgres", storage.tokenKeys());
        }
    }
}
