package dev.rollcall.cli.importing;

import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.domain.jobs.JobDescription;

import java.time.Instant;
import java.util.List;

/// Where an import takes its batches: a storage, or a server that is running.
@FunctionalInterface
public interface BatchTarget {

    /// What became of a batch.
    ///
    /// @param changed how many records changed what is stored
    /// @param unchanged how many changed nothing
    /// @param refused why others were refused, a reason each
    record Outcome(int changed, int unchanged, List<String> refused) {}

    /// Records a batch.
    ///
    /// @param horizon the latest time at which a record can have been modified
    /// @throws dev.rollcall.application.StorageUnavailable if the whole batch cannot be recorded
    ///   now
    Outcome record(List<JobDescription> batch, Instant horizon);

    /// A storage.
    static BatchTarget of(RecordProcessingJobs jobs) {
        return (batch, horizon) -> {
            var recorded = jobs.record(batch, horizon);
            return new Outcome(recorded.changed(), recorded.unchanged(), List.of());
        };
    }
}
