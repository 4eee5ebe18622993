package dev.rollcall.bootstrap.wiring;

import dev.rollcall.application.ObserveScans;
import dev.rollcall.application.SharedJobStore;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.mongo.MongoStore;

/// A MongoDB database, which replicas share, and in it the token keys, unless they are in a file.
final class MongoStorage {

    private MongoStorage() {}

    static OpenStorage open(
            StorageSettings.Mongo storage, StorageWait wait, ObserveScans observer) {
        var store = store(storage, wait, observer);
        return new OpenStorage(store, TokenKeyPlace.of(storage.tokenKeys(), store));
    }

    private static SharedJobStore store(
            StorageSettings.Mongo storage, StorageWait wait, ObserveScans observer) {
        try {
            return wait.until(() -> MongoStore.open(storage.url(), observer));
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
