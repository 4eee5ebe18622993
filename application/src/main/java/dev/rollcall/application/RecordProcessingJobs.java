package dev.rollcall.application;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Use case: records what is known of processing jobs.
///
/// Records may come late, twice and out of order: what they say together is the same
/// ([JobDescription#merge]).
public final class RecordProcessingJobs {

    private final UpsertProcessingJobs store;

    public RecordProcessingJobs(UpsertProcessingJobs store) {
        this.store = store;
    }

    /// The result of recording a batch.
    ///
    /// @param changed how many records said something that was not known: they were new, newer, or
    ///   completed what is known
    /// @param unchanged how many changed nothing, because the same or a newer record is known, or
    ///   is in the batch
    public record Recorded(int changed, int unchanged) {}

    /// Records a batch.
    ///
    /// @param horizon the latest time at which a record can have been modified
    /// @throws StorageUnavailable if the store cannot store the whole batch now; some or all of it
    ///   may be stored nevertheless, and recording it again is safe
    public Recorded record(Collection<JobDescription> batch, Instant horizon) {
        if (batch.isEmpty()) {
            return new Recorded(0, 0);
        }
        int changed = 0;
        for (List<JobDescription> round : rounds(batch, horizon)) {
            changed += store.upsert(round, horizon);
        }
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

    /// The records that say something beside the others of their job, each job at most once in a
    /// round; for nearly all batches that is one round. In the order of account, region and name,
    /// so that concurrent writers lock rows in the same order.
    private static List<List<JobDescription>> rounds(
            Collection<JobDescription> batch, Instant horizon) {
        var ofEachJob = new TreeMap<ProcessingJobId, List<JobDescription>>();
        for (JobDescription record : batch) {
            ofEachJob.computeIfAbsent(record.id(), it -> new ArrayList<>(1)).add(record);
        }
        List<List<JobDescription>> rounds = new ArrayList<>();
        for (List<JobDescription> records : ofEachJob.values()) {
            int round = 0;
            for (JobDescription record : contributing(records, horizon)) {
                if (rounds.size() == round) {
                    rounds.add(new ArrayList<>());
                }
                rounds.get(round++).add(record);
            }
        }
        return rounds;
    }

    /// Those of a job's records that add to the newer ones.
    private static List<JobDescription> contributing(
            List<JobDescription> records, Instant horizon) {
        if (records.size() == 1) {
            return records;
        }
        List<JobDescription> contributing = new ArrayList<>();
        Optional<JobDescription> known = Optional.empty();
        records.sort(JobDescription.byAge(horizon).reversed());
        for (JobDescription record : records) {
            var merged = known.map(it -> it.merge(record, horizon)).orElse(record);
            if (!known.equals(Optional.of(merged))) {
                contributing.add(record);
                known = Optional.of(merged);
            }
        }
        return contributing;
    }
}
