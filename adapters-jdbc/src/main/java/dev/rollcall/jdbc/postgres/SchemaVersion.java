package dev.rollcall.jdbc.postgres;

import dev.rollcall.application.StorageUnsuitable;

import org.jdbi.v3.core.Jdbi;

/// Which of the migrations a database has had.
final class SchemaVersion {

    /// The number of the last migration.
    static final int NEWEST = 6;

    private static final String HISTORY = PostgresConnections.SCHEMA + ".flyway_schema_history";

    private SchemaVersion() {}

    /// @throws StorageUnsuitable if there are migrations that the database has not had
    static void requireNewest(Jdbi jdbi) {
        int version = of(jdbi);
        if (version < NEWEST) {
            throw new StorageUnsuitable(
                    (version == 0
                                            ? "The schema '%s' is not there yet"
                                            : "The schema '%s' is that of an older Rollcall")
                                    .formatted(PostgresConnections.SCHEMA)
                            + ", and the --url leads through a transaction pooler, which it cannot"
                            + " be brought up to date through.",
                    "run any command that opens the storage, such as 'rollcall export', once with"
                            + " a --url that leads to the server itself (without"
                            + " prepareThreshold=0); then start this one again.");
        }
    }

    /// 0 if there is none.
    static int of(Jdbi jdbi) {
        return jdbi.withHandle(
                handle -> {
                    boolean isThere =
                            handle.createQuery("SELECT to_regclass(?) IS NOT NULL")
                                    .bind(0, HISTORY)
                                    .mapTo(Boolean.class)
                                    .one();
                    return isThere
                            ? handle.createQuery(
                                            "SELECT COALESCE(MAX(version::int), 0) FROM "
                                                    + HISTORY
                                                    + " WHERE success AND version IS NOT NULL")
                                    .mapTo(Integer.class)
                                    .one()
                            : 0;
                });
    }
}
