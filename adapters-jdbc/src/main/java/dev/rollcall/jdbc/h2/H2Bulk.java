package dev.rollcall.jdbc.h2;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.jdbc.sql.SeenJobsFilter;

import java.util.List;
import java.util.Optional;

/// Lets very many jobs be written to a database that has none yet: without indexes, until a job
/// comes that may be there. All indexes are built then, or at the end, which is faster than to keep
/// them up to date.
///
/// For the thread that writes.
final class H2Bulk {

    private final H2Indexes indexes;

    /// What came since the indexes were dropped; empty while there are indexes.
    private Optional<SeenJobsFilter> jobs = Optional.empty();

    H2Bulk(H2Indexes indexes) {
        this.indexes = indexes;
    }

    void begin() {
        if (indexes.dropIfEmpty()) {
            jobs = Optional.of(new SeenJobsFilter());
        }
    }

    /// Whether a batch may be written without a look at what is there. If not, whatever may be
    /// needed for that look is there now.
    boolean isOfNew(List<ProcessingJob> batch) {
        boolean areNew = jobs.isPresent() && jobs.get().add(batch);
        if (!areNew) {
            end();
        }
        return areNew;
    }

    void end() {
        if (jobs.isPresent()) {
            jobs = Optional.empty();
            indexes.complete();
        }
    }
}
