package dev.rollcall.jdbc;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.StorageUnsuitable;
import dev.rollcall.jdbc.postgres.PostgresDatabase;
import dev.rollcall.jdbc.sql.SqlStore;
import dev.rollcall.plan.IndexReader;

import java.util.function.UnaryOperator;

/// Jobs in a PostgreSQL database (15 or later), which any number of Rollcalls may share.
public final class PostgresStore {

    private PostgresStore() {}

    /// Connects to a database, and creates the schema `rollcall` if it is missing.
    ///
    /// @param url `jdbc:postgresql://…`, without user and password
    /// @throws StorageUnsuitable if the server is too old
    /// @throws StorageUnavailable if there is no connection, or the schema cannot be created
    public static ProcessingJobStore open(String url, String user, String password) {
        return open(url, user, password, UnaryOperator.identity());
    }

    /// Connects as [#open(String, String, String)] does, for measurements: each search reads
    /// indexes through what this function makes of them.
    public static ProcessingJobStore open(
            String url, String user, String password, UnaryOperator<IndexReader> observed) {
        return new SqlStore(PostgresDatabase.open(url, user, password), observed);
    }
}
