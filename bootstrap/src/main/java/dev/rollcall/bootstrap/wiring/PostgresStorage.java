package dev.rollcall.bootstrap.wiring;

import dev.rollcall.application.ObserveScans;
import dev.rollcall.application.SharedJobStore;
import dev.rollcall.application.StorageReadOnly;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.cli.errors.FailureText;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.jdbc.PostgresStore;

import java.util.Map;

/// A PostgreSQL database, which replicas share, and in it the token keys, unless they are in a
/// file.
final class PostgresStorage {

    private PostgresStorage() {}

    static OpenStorage open(
            StorageSettings.Postgres storage,
            Map<String, String> environment,
            StorageWait wait,
            ObserveScans observer) {
        var password = new PostgresPassword(storage.password(), environment);
        var store = store(storage, password, wait, observer);
        return new OpenStorage(store, TokenKeyPlace.of(storage.tokenKeys(), store));
    }

    private static SharedJobStore store(
            StorageSettings.Postgres storage,
            PostgresPassword password,
            StorageWait wait,
            ObserveScans observer) {
        try {
            return wait.until(
                    () ->
                            PostgresStore.open(
                                    storage.url().text(),
                                    storage.user(),
                                    password::read,
                                    observer));
        } catch (StorageReadOnly e) {
            throw e;
        } catch (StorageUnavailable e) {
            throw new UserError(
                    "The database %s can't be used by %s: %s"
                            .formatted(
                                    storage.url().withoutParameters(),
                                    storage.user(),
                                    FailureText.of(e)),
                    "see that the server runs, that --url, --user and --password-file are right,"
                            + " and that this user may create the schema 'rollcall' there.",
                    e);
        }
    }
}
