package dev.rollcall.contract;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A correct store, until a subclass does one step of it wrong.
class FlawedStore implements ProcessingJobStore {

    private final Map<ProcessingJobId, ProcessingJob> jobs = new LinkedHashMap<>();
    private final ReferenceStore closing = new ReferenceStore();

    @Override
    public synchronized Slice find(Selection selection, WorkBudget budget) {
        closing.find(selection, budget);
        var ahead =
                jobs.values().stream()
                        .filter(job -> selection.criteria().stream().allMatch(c -> isAhead(c, job)))
                        .sorted(comparator(selection.ordering()))
                        .toList();
        var examined = ahead.subList(0, Math.min(ahead.size(), budget.rows()));
        var found =
                examined.stream()
                        .filter(job -> selection.criteria().stream().allMatch(c -> meets(c, job)))
                        .limit(limit(selection))
                        .toList();
        return found.size() == selection.limit() || examined.size() == ahead.size()
                ? new Slice.Full(found)
                : new Slice.Stopped(found, stop(selection, examined, ahead.get(examined.size())));
    }

    private boolean isAhead(Criterion criterion, ProcessingJob job) {
        return switch (criterion) {
            case Criterion.InScope _, Criterion.Beyond _ -> meets(criterion, job);
            case Criterion.Filter _ -> true;
        };
    }

    boolean meets(Criterion criterion, ProcessingJob job) {
        return criterion.matches(job);
    }

    Comparator<ProcessingJob> comparator(Ordering ordering) {
        return ordering.comparator();
    }

    int limit(Selection selection) {
        return selection.limit();
    }

    Position stop(Selection selection, List<ProcessingJob> examined, ProcessingJob next) {
        return selection.ordering().positionOf(examined.getLast());
    }

    @Override
    public synchronized int upsert(List<JobDescription> descriptions, Instant horizon) {
        var batch = descriptions.stream().map(JobDescription::job).toList();
        closing.upsert(List.of());
        int stored = 0;
        for (ProcessingJob job : batch) {
            ProcessingJob known = jobs.get(identity(job));
            if (known == null) {
                jobs.put(identity(job), written(job));
                stored++;
            } else if (replaces(job, known)) {
                jobs.put(identity(job), rewritten(job, known));
                stored++;
            }
        }
        return count(stored, batch);
    }

    ProcessingJobId identity(ProcessingJob job) {
        return job.id();
    }

    ProcessingJob written(ProcessingJob job) {
        return job;
    }

    boolean replaces(ProcessingJob next, ProcessingJob known) {
        return next.supersedes(known);
    }

    ProcessingJob rewritten(ProcessingJob next, ProcessingJob known) {
        return written(next);
    }

    int count(int stored, List<ProcessingJob> batch) {
        return stored;
    }

    @Override
    public void readAll(Consumer<ProcessingJob> reader) {
        closing.readAll(reader);
        handOver(all(), reader);
    }

    synchronized List<ProcessingJob> all() {
        return jobs.values().stream().sorted(Comparator.comparing(ProcessingJob::id)).toList();
    }

    void handOver(List<ProcessingJob> snapshot, Consumer<ProcessingJob> reader) {
        snapshot.forEach(reader);
    }

    @Override
    public Set<Scope> readScopes() {
        closing.readScopes();
        return scopes(all());
    }

    Set<Scope> scopes(List<ProcessingJob> all) {
        return all.stream().map(ProcessingJob::scope).collect(Collectors.toSet());
    }

    @Override
    public void close() {
        closing.close();
    }
}
