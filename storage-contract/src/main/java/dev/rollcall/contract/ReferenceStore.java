package dev.rollcall.contract;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Map<ProcessingJobId, JobDescription> jobs = new TreeMap<>();
    private boolean closed;

    @Override
    public synchronized Slice find(Selection selection, WorkBudget budget) {
        requireOpen();
        List<ProcessingJob> ahead = withoutFilters(selection).from(summaries());
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

    private List<ProcessingJob> summaries() {
        return jobs.values().stream().map(JobDescription::job).toList();
    }

    @Override
    public synchronized int upsert(List<JobDescription> batch, Instant horizon) {
        requireOpen();
        int changed = 0;
        for (JobDescription record : batch) {
            var known = Optional.ofNullable(jobs.get(record.id()));
            var merged = known.map(it -> it.merge(record, horizon)).orElse(record);
            if (!known.equals(Optional.of(merged))) {
                jobs.put(merged.id(), merged);
                changed++;
            }
        }
        return changed;
    }

    @Override
    public synchronized void delete(ProcessingJobId id) {
        requireOpen();
        jobs.remove(id);
    }

    @Override
    public synchronized Optional<JobDescription> read(ProcessingJobId id) {
        requireOpen();
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public Optional<JobDescription> read(ProcessingJobArn arn) {
        return snapshot().stream()
                .filter(it -> it.job().arn().equals(arn))
                .min(
                        Comparator.comparing(
                                        (JobDescription it) -> it.job().nameInArn().isPresent())
                                .thenComparing(JobDescription::id));
    }

    @Override
    public void readAll(Consumer<JobDescription> reader) {
        snapshot().forEach(reader);
    }

    private synchronized List<JobDescription> snapshot() {
        requireOpen();
        return List.copyOf(jobs.values());
    }

    @Override
    public Set<Scope> readScopes() {
        return snapshot().stream().map(it -> it.job().scope()).collect(Collectors.toSet());
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
