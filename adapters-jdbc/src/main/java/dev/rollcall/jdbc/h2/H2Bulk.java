package dev.rollcall.jdbc.h2;

import dev.rollcall.domain.jobs.ProcessingJob;

import java.util.List;
import java.util.Optional;

/// A bulk of very many jobs into an empty database: they are inserted without indexes, until a job
/// comes that may have come before. Then, or at the end, all indexes are built, which is faster
/// than to update them with each job.
///
/// Not thread-safe; the thread that writes uses it.
final class H2Bulk {

    private final H2Indexes indexes;

    /// The jobs that came since the indexes were dropped; empty while there are indexes.
    private Optional<SeenJobsFilter> seen = Optional.empty();

    H2Bulk(H2Indexes indexes) {
        this.indexes = indexes;
    }

    void begin() {
        if (indexes.dropIfEmpty()) {
            seen = Optional.of(new SeenJobsFilter());
        }
    }

    /// Whether all jobs of a batch are certainly new. If not, there are indexes again to look them
    /// up in.
    boolean areNew(List<ProcessingJob> batch) {
        boolean areNew = seen.isPresent() && seen.get().add(batch);
        if (!areNew) {
            end();
        }
        return areNew;
    }

    void end() {
        if (seen.isPresent()) {
            seen = Optional.empty();
            indexes.complete();
        }
    }
}
