package dev.rollcall.bench.fault;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.json.JobLines;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/// What some writers have sent, and what of it was acknowledged.
///
/// A writer takes one step after the other. The first, third, … records a batch of jobs as being in
/// progress, the next one the same jobs as completed. So the number of steps that were acknowledged
/// says of every job what must be there, and the number that were begun says what may be.
final class Ledger {

    /// How many jobs a step records.
    static final int BATCH = 10;

    static final Scope SCOPE = Scope.of("123456789012", "us-east-1");

    private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");

    private final AtomicIntegerArray begun;
    private final AtomicIntegerArray acknowledged;

    Ledger(int writers) {
        begun = new AtomicIntegerArray(writers);
        acknowledged = new AtomicIntegerArray(writers);
    }

    /// Which job a writer's is.
    record Key(int writer, int number) {

        /// The key in the name of a job, if it is one of a writer's.
        static Optional<Key> of(String name) {
            String[] parts = name.split("-", -1);
            return parts.length == 3 && parts[0].equals("w")
                    ? Optional.of(new Key(Integer.parseInt(parts[1]), Integer.parseInt(parts[2])))
                    : Optional.empty();
        }

        String name() {
            return "w-%02d-%08d".formatted(writer, number);
        }
    }

    int writers() {
        return begun.length();
    }

    /// Begins a writer's next step, or its last one again if that was not acknowledged, and returns
    /// the records to send.
    byte[] begin(int writer) {
        int step = acknowledged.get(writer);
        begun.set(writer, step + 1);
        int from = step / 2 * BATCH;
        return JobLines.of(
                IntStream.range(from, from + BATCH)
                        .mapToObj(number -> job(new Key(writer, number), step % 2 == 1))
                        .map(JobDescription::new)
                        .toList());
    }

    /// The writer's step was acknowledged.
    void acknowledge(int writer) {
        acknowledged.incrementAndGet(writer);
    }

    /// How many steps of each writer are acknowledged now.
    List<Integer> acknowledged() {
        return IntStream.range(0, writers()).mapToObj(acknowledged::get).toList();
    }

    /// How many jobs exist if so many steps of a writer were acknowledged.
    static int jobs(int steps) {
        return (steps + 1) / 2 * BATCH;
    }

    /// What is wrong with a job that a server answered with.
    ///
    /// @param before how many steps of each writer were acknowledged before it was asked
    Optional<String> complaint(ProcessingJob job, List<Integer> before) {
        var found = Key.of(job.name().value());
        if (found.isEmpty()) {
            return Optional.of(job.name().value() + " was never recorded");
        }
        var key = found.get();
        int completing = key.number / BATCH * 2 + 1;
        boolean completed = job.status() == ProcessingJobStatus.COMPLETED;
        if (begun.get(key.writer) < (completed ? completing + 1 : completing)) {
            return Optional.of(job.name().value() + " is what was never sent");
        }
        if (!completed && before.get(key.writer) > completing) {
            return Optional.of(job.name().value() + " is as it was before");
        }
        return job.equals(job(key, completed))
                ? Optional.empty()
                : Optional.of(job.name().value() + " is not what was sent");
    }

    private static ProcessingJob job(Key key, boolean completed) {
        Instant created = FIRST.plusMillis(key.number * 10L + key.writer);
        Instant ended = created.plusSeconds(60);
        return new ProcessingJob(
                new ProcessingJobArn(SCOPE, new ProcessingJobName(key.name())),
                completed ? ProcessingJobStatus.COMPLETED : ProcessingJobStatus.IN_PROGRESS,
                created,
                completed ? ended : created,
                completed ? Optional.of(ended) : Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
