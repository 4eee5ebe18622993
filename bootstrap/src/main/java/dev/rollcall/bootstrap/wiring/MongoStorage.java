package dev.rollcall.bootstrap.wiring;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.mongo.MongoStore;

/// A MongoDB database, which replicas share; the token keys are a file of theirs.
final class MongoStorage {

    private MongoStorage() {}

    static OpenStorage open(StorageSettings.Mongo storage, StorageWait wait) {
        return new OpenStorage(
                store(storage, wait), () -> SharedTokenKeys.of("mongo", storage.tokenKeys()));
    }

    private static ProcessingJobStore store(StorageSettings.Mongo storage, StorageWait wait) {
        try {
            return wait.until(() -> MongoStore.open(storage.url()));
        } catch (StorageUnavailable e) {
            throw new UserError(
                    "The database %s can't be used: %s"
                            .formatted(storage.withoutLoginAndOptions(), e.getMessage()),
                    "see that the server runs and can be reached from here; the --url asks for TLS"
                            + " (tls=true) if the server has it, and only then.",
                    e);
        }
    }
}
