package dev.rollcall.bench;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Position;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;

/// Jobs as an account gathers them in 400 days: 97 % completed, 2 % failed, 0.9 % stopped, 0.1 % in
/// progress; names of a team, a step and a number; one in 200 modified again up to 300 days later.
/// The same number gives the same job.
///
/// @param count how many jobs share the 400 days
public record RealisticJobs(int count) {

    public static final Scope SCOPE = Scope.of("123456789012", "us-east-1");

    /// The moment after the last of them.
    public static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private static final Duration SPAN = Duration.ofDays(400);
    private static final Duration LATEST = Duration.ofDays(300);

    /// How many jobs have a name that contains `canary`.
    private static final int CANARIES = 40;

    private static final List<String> TEAMS =
            List.of("fraud", "search", "churn", "pricing", "vision", "forecast", "ads", "ranking");

    private static final List<String> STEPS =
            List.of("prepare", "features", "train-split", "evaluate", "bias-report", "quality");

    /// The jobs numbered `from` to `to`, the latter excluded; a higher number is a younger job.
    public List<ProcessingJob> jobs(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::job).toList();
    }

    /// A place with about as many jobs before it as behind it.
    Position middle(Ordering ordering) {
        var inOrder =
                IntStream.range(count / 2, count / 2 + Math.min(count / 2, 1_001))
                        .mapToObj(this::job)
                        .sorted(ordering.comparator())
                        .toList();
        return ordering.positionOf(inOrder.get(inOrder.size() / 2));
    }

    /// How many jobs each of these listings has.
    List<Integer> sizes(List<QueryClass> kinds) {
        var selections =
                kinds.stream().map(kind -> kind.query().select(Optional.empty(), 1)).toList();
        var sizes = new AtomicIntegerArray(kinds.size());
        IntStream.range(0, count)
                .parallel()
                .mapToObj(this::job)
                .forEach(
                        job -> {
                            for (int i = 0; i < kinds.size(); i++) {
                                if (selections.get(i).matches(job)) {
                                    sizes.incrementAndGet(i);
                                }
                            }
                        });
        return IntStream.range(0, kinds.size()).mapToObj(sizes::get).toList();
    }

    private ProcessingJob job(int number) {
        var random = new SplittableRandom(number * 7919L + 1);
        double age = SPAN.toMillis() * (1 - (number + random.nextDouble()) / count);
        Instant created = NOW.minusMillis(Math.max(1, (long) age));
        var status = status(random.nextInt(1000));
        Instant ended = created.plusMillis(60_000 + random.nextInt(3_600_000));
        Instant modified = ended.plusMillis(random.nextInt(1_000));
        if (random.nextInt(200) == 0) {
            long untilNow = Math.max(0, Duration.between(modified, NOW).toMillis());
            long most = Math.min(LATEST.toMillis(), untilNow);
            modified = modified.plusMillis((long) (most * random.nextDouble()));
        }
        return new ProcessingJob(
                new ProcessingJobArn(SCOPE, name(number, random)),
                status,
                created,
                modified.isBefore(NOW) ? modified : NOW.minusMillis(1),
                status == ProcessingJobStatus.IN_PROGRESS ? Optional.empty() : Optional.of(ended),
                Optional.empty(),
                Optional.empty());
    }

    private static ProcessingJobStatus status(int perMille) {
        if (perMille < 970) {
            return ProcessingJobStatus.COMPLETED;
        }
        if (perMille < 990) {
            return ProcessingJobStatus.FAILED;
        }
        return perMille < 999 ? ProcessingJobStatus.STOPPED : ProcessingJobStatus.IN_PROGRESS;
    }

    private ProcessingJobName name(int number, SplittableRandom random) {
        boolean canary = number % Math.max(1, count / CANARIES) == count / CANARIES / 2;
        return new ProcessingJobName(
                (canary ? "canary" : pick(TEAMS, random))
                        + "-"
                        + pick(STEPS, random)
                        + "-"
                        + HexFormat.of().toHexDigits(random.nextInt(1 << 24), 6)
                        + "-"
                        + number);
    }

    private static String pick(List<String> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}
