package dev.rollcall.jdbc;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The indexes of an H2 database besides the one of names.
final class H2Indexes {

    private static final String INDEXES = Resource.text("h2/indexes.sql");

    private static final String DROP =
            """
            DROP INDEX job_by_creation;
            DROP INDEX job_by_status;
            DROP INDEX job_by_status_and_creation;
            DROP INDEX job_by_modification""";

    private final Jdbi jdbi;

    H2Indexes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Builds what is missing, as an import leaves it that was killed.
    void complete() {
        jdbi.useHandle(handle -> handle.createScript(INDEXES).execute());
    }

    /// Runs work that keeps very many jobs. If there are none yet, the indexes are built after it:
    /// that is faster than to keep them up to date. Listings must wait till then.
    void putOff(Runnable work) {
        if (isEmpty()) {
            jdbi.useHandle(handle -> handle.createScript(DROP).execute());
            try (Afterwards _ = this::complete) {
                work.run();
            }
        } else {
            work.run();
        }
    }

    private boolean isEmpty() {
        return jdbi.withHandle(H2Indexes::isEmpty);
    }

    private static boolean isEmpty(Handle handle) {
        return handle.createQuery("SELECT NOT EXISTS (SELECT 1 FROM job)")
                .mapTo(Boolean.class)
                .one();
    }
}
