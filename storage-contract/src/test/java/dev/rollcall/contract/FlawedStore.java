package dev.rollcall.contract;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.ProcessingJobName;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A correct store, until a subclass does one step of it wrong.
class FlawedStore implements ProcessingJobStore {

    private final Map<ProcessingJobId, JobDescription> jobs = new LinkedHashMap<>();
    private final ReferenceStore closing = new ReferenceStore();

    @Override
    public synchronized Slice find(Selection selection, WorkBudget budget) {
        closing.find(selection, budget);
        var ahead =
                jobs.values().stream()
                        .map(JobDescription::job)
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
    public synchronized int upsert(List<JobDescription> batch, Instant horizon) {
        closing.upsert(List.of());
        int changed = 0;
        for (JobDescription record : batch) {
            JobDescription known = jobs.get(identity(record.job()));
            var next = known == null ? written(record) : rewritten(record, known, horizon);
            if (!next.equals(known)) {
                jobs.put(identity(record.job()), next);
                changed++;
            }
        }
        return count(changed, batch);
    }

    @Override
    public synchronized void delete(ProcessingJobId id) {
        closing.delete(id);
        jobs.remove(id);
    }

    ProcessingJobId identity(ProcessingJob job) {
        return job.id();
    }

    JobDescription written(JobDescription record) {
        return record;
    }

    JobDescription rewritten(JobDescription next, JobDescription known, Instant horizon) {
        return written(known.merge(next, horizon));
    }

    int count(int changed, List<JobDescription> batch) {
        return changed;
    }

    @Override
    public synchronized Optional<JobDescription> read(ProcessingJobId id) {
        closing.read(id);
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public Optional<JobDescription> read(ProcessingJobArn arn) {
        closing.read(arn);
        return ofArn(all().stream().filter(it -> it.job().arn().equals(arn)).toList(), arn.name());
    }

    /// @param all those that have the ARN, by name
    Optional<JobDescription> ofArn(List<JobDescription> all, ProcessingJobName name) {
        return all.stream()
                .filter(it -> it.job().name().equals(name))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    @Override
    public void readAll(Consumer<JobDescription> reader) {
        closing.readAll(reader);
        handOver(all(), reader);
    }

    synchronized List<JobDescription> all() {
        return jobs.values().stream().sorted(Comparator.comparing(JobDescription::id)).toList();
    }

    void handOver(List<JobDescription> snapshot, Consumer<JobDescription> reader) {
        snapshot.forEach(reader);
    }

    @Override
    public Set<Scope> readScopes() {
        closing.readScopes();
        return scopes(all().stream().map(JobDescription::job).toList());
    }

    Set<Scope> scopes(List<ProcessingJob> all) {
        return all.stream().map(ProcessingJob::scope).collect(Collectors.toSet());
    }

    @Override
    public void close() {
        closing.close();
    }
}
