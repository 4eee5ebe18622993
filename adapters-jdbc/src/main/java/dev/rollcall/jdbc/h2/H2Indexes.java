package dev.rollcall.jdbc.h2;

import dev.rollcall.jdbc.sql.Resource;
import dev.rollcall.plan.JobIndex;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The indexes of an H2 database.
final class H2Indexes {

    private static final String INDEXES = Resource.text("h2/indexes.sql");

    /// The indexes of late jobs stay, since these jobs are few.
    private static final String DROP =
            Arrays.stream(JobIndex.values())
                    .filter(index -> index != JobIndex.BY_TEXT && !index.isOfLateJobs())
                    .map(index -> "DROP INDEX IF EXISTS " + name(index))
                    .collect(Collectors.joining(";\n"));

    private final Jdbi jdbi;

    H2Indexes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    static String name(JobIndex index) {
        return switch (index) {
            case BY_NAME -> "job_by_name";
            case BY_CREATION -> "job_by_creation";
            case BY_STATUS -> "job_by_status";
            case BY_STATUS_AND_CREATION -> "job_by_status_and_creation";
            case BY_MODIFICATION -> "job_by_modification";
            case LATE_BY_CREATION -> "late_job_by_creation";
            case LATE_BY_MODIFICATION -> "late_job_by_modification";
            case BY_TEXT -> throw noneByText();
        };
    }

    static IllegalStateException noneByText() {
        return new IllegalStateException("H2 has no index by text");
    }

    /// The table that an index belongs to.
    static String table(JobIndex index) {
        return index.isOfLateJobs() ? "late_job" : "job";
    }

    /// Builds what is missing, as it is after a process was killed.
    void complete() {
        jdbi.useHandle(handle -> handle.createScript(INDEXES).execute());
    }

    /// Drops all indexes of jobs if there are no jobs yet.
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
