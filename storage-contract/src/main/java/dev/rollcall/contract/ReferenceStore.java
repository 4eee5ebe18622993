package dev.rollcall.contract;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A store in memory that defines what the port means: the answer to a selection is what
/// [Selection#from] selects.
///
/// It examines every job for each slice, so it is for tests and small collections. It respects the
/// rows of a work budget, not its time.
public final class ReferenceStore implements ProcessingJobStore {

    private final Map<ProcessingJobId, ProcessingJob> jobs = new TreeMap<>();
    private boolean closed;

    @Override
    public synchronized Slice find(Selection selection, WorkBudget budget) {
        requireOpen();
        List<ProcessingJob> ahead = withoutFilters(selection).from(jobs.values());
        List<ProcessingJob> examined = ahead.subList(0, Math.min(ahead.size(), budget.rows()));
        List<ProcessingJob> found = selection.from(examined);
        if (found.size() == selection.limit() || examined.size() == ahead.size()) {
            return new Slice.Full(found);
        }
        return new Slice.Stopped(found, selection.ordering().positionOf(examined.getLast()));
    }

    /// All jobs beyond the position where the selection begins, whether or not they pass the
    /// filters.
    private static Selection withoutFilters(Selection selection) {
        return new Selection(
                selection.criteria().stream().filter(ReferenceStore::isNoFilter).toList(),
                selection.ordering(),
                Integer.MAX_VALUE);
    }

    private static boolean isNoFilter(Criterion criterion) {
        return switch (criterion) {
            case Criterion.InScope _, Criterion.Beyond _ -> true;
            case Criterion.Filter _ -> false;
        };
    }

    @Override
    public synchronized int upsert(List<JobDescription> descriptions, Instant horizon) {
        var batch = descriptions.stream().map(JobDescription::job).toList();
        requireOpen();
        int stored = 0;
        for (ProcessingJob job : batch) {
            ProcessingJob known = jobs.get(job.id());
            if (known == null || job.supersedes(known)) {
                jobs.put(job.id(), job);
                stored++;
            }
        }
        return stored;
    }

    @Override
    public void readAll(Consumer<ProcessingJob> reader) {
        snapshot().forEach(reader);
    }

    private synchronized List<ProcessingJob> snapshot() {
        requireOpen();
        return List.copyOf(jobs.values());
    }

    @Override
    public Set<Scope> readScopes() {
        return snapshot().stream().map(ProcessingJob::scope).collect(Collectors.toSet());
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    private void requireOpen() {
        if (closed) {
            throw new StorageUnavailable(
                    "The store is closed.", new IllegalStateException("closed"));
        }
    }
}
