package dev.rollcall.application.simulate;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.simulate.Endings.Ending;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobDetail;
import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Use case: lets clients create, stop, tag and delete jobs, whose lives are simulated: nothing
/// runs, and each ends when its time has come.
///
/// What a job is to come to is stored with it. A job that came another way stays as it is until it
/// is stopped. One change at a time; no other process may change the same jobs.
public final class SimulateProcessingJobs {

    /// How long a job is `Stopping`.
    private static final Duration STOPPING = Duration.ofSeconds(1);

    private static final String TAGS = "Tags";

    private final ProcessingJobStore store;
    private final RecordProcessingJobs record;
    private final SimulatedOutcome usual;
    private final InstantSource clock;
    private final Endings endings = new Endings();
    private boolean knowsEndings;

    /// @param usual how a job ends that says nothing of it
    public SimulateProcessingJobs(
            ProcessingJobStore store, SimulatedOutcome usual, InstantSource clock) {
        this.store = store;
        this.record = new RecordProcessingJobs(store);
        this.usual = usual;
        this.clock = clock;
    }

    /// What the tags of a job become.
    @FunctionalInterface
    public interface TagsChange {

        /// The tags in JSON; empty if there would be too many.
        ///
        /// @param tags those of the job in JSON, if it has any
        Optional<String> apply(Optional<String> tags);
    }

    /// Creates a job, which is in progress from then on.
    ///
    /// @throws StorageUnavailable if the store cannot answer now; so for all of these
    public synchronized SimulationResult create(Scope scope, NewJob job) {
        var outcome = job.outcome().map(SimulatedOutcome::parse).orElse(Optional.of(usual));
        if (outcome.isEmpty()) {
            return new SimulationResult.OutcomeNotRead(job.outcome().orElseThrow());
        }
        var id = new ProcessingJobId(scope, job.name());
        var known = find(id);
        if (known.isPresent()) {
            return new SimulationResult.NameTaken(known.get());
        }
        return new SimulationResult.Done(create(id, job, outcome.get()));
    }

    private JobDescription create(ProcessingJobId id, NewJob job, SimulatedOutcome outcome) {
        Instant now = now();
        var created =
                new JobDescription(
                        new ProcessingJob(
                                new ProcessingJobArn(id.scope(), job.name()),
                                ProcessingJobStatus.IN_PROGRESS,
                                now,
                                now,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        job.details().apply(now));
        return keep(
                created,
                new Ending(id, now.plus(outcome.after()), outcome.status(), outcome.reason()));
    }

    /// Stops a job that has not ended: it is `Stopping`, and soon `Stopped`. One that is stopping
    /// is left alone.
    public synchronized SimulationResult stop(Scope scope, ProcessingJobName name) {
        var id = new ProcessingJobId(scope, name);
        var found = find(id);
        if (found.isEmpty()) {
            return new SimulationResult.NoSuchJob(name);
        }
        return switch (found.get().job().status()) {
            case IN_PROGRESS -> stop(found.get());
            case STOPPING -> new SimulationResult.Done(found.get());
            case COMPLETED, FAILED, STOPPED ->
                    new SimulationResult.HasEnded(found.get().job().status());
        };
    }

    private SimulationResult stop(JobDescription found) {
        ProcessingJob before = found.job();
        Instant at = after(before.lastModifiedTime());
        var stopping =
                new ProcessingJob(
                        before.name(),
                        before.arn(),
                        ProcessingJobStatus.STOPPING,
                        before.creationTime(),
                        at,
                        Optional.empty(),
                        before.exitMessage(),
                        before.failureReason());
        return new SimulationResult.Done(
                keep(
                        new JobDescription(stopping, found.details()),
                        new Ending(
                                found.id(),
                                at.plus(STOPPING),
                                ProcessingJobStatus.STOPPED,
                                Optional.empty())));
    }

    /// Deletes a job that has ended. Its name is free afterwards.
    public synchronized SimulationResult delete(Scope scope, ProcessingJobName name) {
        var id = new ProcessingJobId(scope, name);
        var found = find(id);
        if (found.isEmpty()) {
            return new SimulationResult.NoSuchJob(name);
        }
        return switch (found.get().job().status()) {
            case IN_PROGRESS, STOPPING -> new SimulationResult.HasNotEnded(found.get());
            case COMPLETED, FAILED, STOPPED -> {
                store.delete(id);
                endings.forget(id);
                yield new SimulationResult.Done(found.get());
            }
        };
    }

    /// Changes the tags of the job with this ARN.
    public synchronized SimulationResult changeTags(Scope scope, String arn, TagsChange change) {
        settle();
        var found =
                ProcessingJobArn.parse(arn)
                        .filter(parsed -> parsed.scope().equals(scope))
                        .flatMap(store::read);
        if (found.isEmpty()) {
            return new SimulationResult.NoSuchResource(arn);
        }
        var known = Optional.ofNullable(found.get().details().members().get(TAGS));
        var changed = change.apply(known.map(JobDetail::json));
        if (changed.isEmpty()) {
            return new SimulationResult.TooManyTags();
        }
        Instant at = known.map(JobDetail::version).map(this::after).orElseGet(this::now);
        var tags = new JobDetails(Map.of(TAGS, new JobDetail(at, changed.get())));
        var tagged = found.get().merge(new JobDescription(found.get().job(), tags), Instant.MAX);
        keep(List.of(tagged));
        return new SimulationResult.Done(tagged);
    }

    /// Records what has become of the jobs whose time has come.
    public synchronized void settle() {
        if (!knowsEndings) {
            new UnendedJobs(store).forEach(job -> StoredEnding.of(job).ifPresent(endings::expect));
            knowsEndings = true;
        }
        var due = endings.due(now());
        try {
            List<JobDescription> ended = new ArrayList<>();
            for (Ending ending : due) {
                store.read(ending.job())
                        .map(it -> new JobDescription(ending.of(it.job()), it.details()))
                        .ifPresent(ended::add);
            }
            keep(ended);
        } catch (StorageUnavailable e) {
            due.forEach(endings::expect);
            throw e;
        }
    }

    private Optional<JobDescription> find(ProcessingJobId id) {
        settle();
        return store.read(id);
    }

    /// Keeps a job, and what it is to come to. A store that does not answer may have kept them:
    /// then the endings are read from it again.
    private JobDescription keep(JobDescription job, Ending ending) {
        var version = job.job().lastModifiedTime();
        var planned =
                job.merge(
                        new JobDescription(job.job(), StoredEnding.of(ending, version)),
                        Instant.MAX);
        knowsEndings = false;
        keep(List.of(planned));
        endings.expect(ending);
        knowsEndings = true;
        return planned;
    }

    /// Whatever the clock says, by which a test may be in any year.
    private void keep(List<JobDescription> jobs) {
        record.record(jobs, Instant.MAX);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// Now, but later than the last change, which the next one could not supersede otherwise.
    private Instant after(Instant last) {
        Instant now = now();
        return now.isAfter(last) ? now : last.plusMillis(1);
    }
}
