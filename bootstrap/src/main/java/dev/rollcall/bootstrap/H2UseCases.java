package dev.rollcall.bootstrap;

import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.StorageInUse;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.domain.tokens.TokenKeyRing;
import dev.rollcall.jdbc.H2Store;

import jakarta.inject.Singleton;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// The use cases over H2 in a directory, which also holds the token keys.
@Singleton
@Component(modules = {UseCaseModule.class, H2UseCases.Storage.class})
interface H2UseCases extends UseCases {

    /// Why a directory that another process has open can't be opened.
    static UserError inUse(Path data, StorageInUse cause) {
        return new UserError(
                "The data directory %s is in use by another process.".formatted(data),
                "stop the other Rollcall, or choose another directory with --data.",
                cause);
    }

    /// Why a directory can't be opened for any other reason.
    static UserError unusable(Path data, Exception cause) {
        return new UserError(
                "The data directory %s can't be used: %s".formatted(data, FailureText.of(cause)),
                "see that it is yours to write and has room, or choose another with --data.",
                cause);
    }

    @Component.Factory
    interface Factory {
        H2UseCases create(
                @BindsInstance StorageSettings.H2 storage, @BindsInstance Duration pageBudget);
    }

    @Module
    final class Storage {

        private Storage() {}

        @Provides
        @Singleton
        static ProcessingJobStore store(StorageSettings.H2 storage) {
            try {
                Files.createDirectories(storage.data());
                return H2Store.open(storage.data());
            } catch (StorageInUse e) {
                throw inUse(storage.data(), e);
            } catch (IOException | StorageUnavailable e) {
                throw unusable(storage.data(), e);
            }
        }

        /// Asks for the store, since with it open no other process has the directory.
        @Provides
        @Singleton
        static TokenKeyRing tokenKeys(
                StorageSettings.H2 storage, ProcessingJobStore unusedButOpen) {
            return storage.tokenKeys()
                    .map(file -> new TokenKeyFile(file).read())
                    .orElseGet(() -> TokenKeyFile.in(storage.data()).readOrCreate());
        }
    }
}
