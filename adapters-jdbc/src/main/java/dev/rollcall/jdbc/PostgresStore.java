package dev.rollcall.jdbc;

import dev.rollcall.application.ObserveScans;
import dev.rollcall.application.SharedJobStore;
import dev.rollcall.application.StorageNotThereYet;
import dev.rollcall.application.StorageReadOnly;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.StorageUnsuitable;
import dev.rollcall.jdbc.postgres.PostgresDatabase;
import dev.rollcall.jdbc.postgres.PostgresJobStore;
import dev.rollcall.plan.IndexReader;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Jobs in a PostgreSQL database (15 or later), which any number of Rollcalls may share.
public final class PostgresStore {

    private PostgresStore() {}

    /// Connects to a database, and creates the schema `rollcall` if it is missing.
    ///
    /// @param url `jdbc:postgresql://…`, without user and password
    /// @param password asked for with each new connection, since it may change; if there is none,
    ///   the driver looks into the `.pgpass` file
    /// @throws StorageUnsuitable if the server is too old, or a pooler is in the way of an update
    ///   of the schema
    /// @throws StorageNotThereYet if nobody answers at the address, or the server is starting
    /// @throws StorageReadOnly if the schema is missing or old, and the server is a standby
    /// @throws StorageUnavailable if there is no connection, or the schema cannot be created
    public static SharedJobStore open(
            String url, String user, Supplier<Optional<String>> password) {
        return open(url, user, password, ObserveScans.NOBODY);
    }

    /// Connects as [#open(String, String, Supplier)] does.
    ///
    /// @param observer is told what each search cost
    public static SharedJobStore open(
            String url, String user, Supplier<Optional<String>> password, ObserveScans observer) {
        return new PostgresJobStore(
                PostgresDatabase.open(url, user, password), UnaryOperator.identity(), observer);
    }

    /// Connects with a password that stays the same.
    public static SharedJobStore open(String url, String user, String password) {
        return open(url, user, password, UnaryOperator.identity());
    }

    /// Connects as [#open(String, String, String)] does, for measurements: each search reads
    /// indexes through what this function makes of them.
    public static SharedJobStore open(
            String url, String user, String password, UnaryOperator<IndexReader> observed) {
        return new PostgresJobStore(
                PostgresDatabase.open(url, user, () -> Optional.of(password)),
                observed,
                ObserveScans.NOBODY);
    }
}
