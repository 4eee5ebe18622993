package dev.rollcall.jdbc.h2;

import dev.rollcall.jdbc.sql.Resource;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The indexes of an H2 database.
final class H2Indexes {

    private static final String INDEXES = Resource.text("h2/indexes.sql");

    private static final String DROP =
            """
            DROP INDEX IF EXISTS job_by_name;
            DROP INDEX IF EXISTS job_by_creation;
            DROP INDEX IF EXISTS job_by_status;
            DROP INDEX IF EXISTS job_by_status_and_creation;
            DROP INDEX IF EXISTS job_by_modification\
            """;

    private final Jdbi jdbi;

    H2Indexes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Builds what is missing, as a process leaves it that was killed.
    void complete() {
        jdbi.useHandle(handle -> handle.createScript(INDEXES).execute());
    }

    /// Drops all if there are no jobs yet.
    ///
    /// @return whether there are none
    boolean dropIfEmpty() {
        return jdbi.withHandle(
                handle -> {
                    boolean empty = isEmpty(handle);
                    if (empty) {
                        handle.createScript(DROP).execute();
                    }
                    return empty;
                });
    }

    private static boolean isEmpty(Handle handle) {
        return handle.createQuery("SELECT NOT EXISTS (SELECT 1 FROM job)")
                .mapTo(Boolean.class)
                .one();
    }
}
