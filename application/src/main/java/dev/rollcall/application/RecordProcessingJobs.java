package dev.rollcall.application;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/// Use case: records what is known of processing jobs.
///
/// Of each job the record with the latest `LastModifiedTime` stays, so records may come late, twice
/// and out of order.
public final class RecordProcessingJobs {

    private final UpsertProcessingJobs store;

    public RecordProcessingJobs(UpsertProcessingJobs store) {
        this.store = store;
    }

    /// What became of a batch.
    ///
    /// @param changed records that were new or newer
    /// @param unchanged records that changed nothing, because the same or a newer one is known
    public record Recorded(int changed, int unchanged) {}

    /// Records a batch, all of it.
    ///
    /// @throws StorageUnavailable if the store cannot keep it now; some or all of it may be
    ///   recorded all the same, and recording it again is safe
    public Recorded record(Collection<ProcessingJob> batch) {
        if (batch.isEmpty()) {
            return new Recorded(0, 0);
        }
        int changed = store.upsert(newestOfEach(batch));
        return new Recorded(changed, batch.size() - changed);
    }

    /// Runs work that records very many batches, which a store may make faster.
    ///
    /// @throws StorageUnavailable if the store cannot prepare for it or end it now; what was
    ///   recorded stays
    public void inBulk(Runnable work) {
        store.inBulk(work);
    }

    /// In the order of their ARNs, so that concurrent writers lock rows in one order.
    private static List<ProcessingJob> newestOfEach(Collection<ProcessingJob> batch) {
        var newest = new TreeMap<ProcessingJobArn, ProcessingJob>();
        for (ProcessingJob job : batch) {
            newest.merge(job.arn(), job, (known, next) -> next.supersedes(known) ? next : known);
        }
        return List.copyOf(newest.values());
    }
}
