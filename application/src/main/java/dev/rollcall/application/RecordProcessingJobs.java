package dev.rollcall.application;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobId;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/// Use case: records what is known of processing jobs.
///
/// The record of a job with the latest `LastModifiedTime` wins, so records may come late, twice and
/// out of order.
public final class RecordProcessingJobs {

    private final UpsertProcessingJobs store;

    public RecordProcessingJobs(UpsertProcessingJobs store) {
        this.store = store;
    }

    /// The result of recording a batch.
    ///
    /// @param changed how many records were new or newer than the stored ones
    /// @param unchanged how many changed nothing, because the same or a newer record is known
    public record Recorded(int changed, int unchanged) {}

    /// Records a batch.
    ///
    /// @param horizon the latest time at which a record can have been modified
    /// @throws StorageUnavailable if the store cannot store the whole batch now; some or all of it
    ///   may be stored nevertheless, and recording it again is safe; [PartlyStored] if it is known
    ///   of some
    public Recorded record(Collection<JobDescription> batch, Instant horizon) {
        if (batch.isEmpty()) {
            return new Recorded(0, 0);
        }
        int changed = store.upsert(newestOfEach(batch), horizon);
        return new Recorded(changed, batch.size() - changed);
    }

    /// Records summaries, whenever they were modified.
    ///
    /// @throws StorageUnavailable as for any batch
    public Recorded record(Collection<ProcessingJob> summaries) {
        return record(summaries.stream().map(JobDescription::new).toList(), Instant.MAX);
    }

    /// Runs work that records very many batches, for which a store may have a faster way.
    ///
    /// @throws StorageUnavailable if the store cannot prepare for the work or finish it now; what
    ///   was recorded remains
    public void inBulk(Runnable work) {
        store.inBulk(work);
    }

    /// In the order of account, region and name, so that concurrent writers lock rows in the same
    /// order.
    private static List<JobDescription> newestOfEach(Collection<JobDescription> batch) {
        var newest = new TreeMap<ProcessingJobId, JobDescription>();
        for (JobDescription job : batch) {
            newest.merge(
                    job.id(),
                    job,
                    (known, next) -> next.job().supersedes(known.job()) ? next : known);
        }
        return List.copyOf(newest.values());
    }
}
