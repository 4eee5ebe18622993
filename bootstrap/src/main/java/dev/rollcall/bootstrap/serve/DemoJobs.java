package dev.rollcall.bootstrap.serve;

import dev.rollcall.domain.jobs.JobMessage;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Made-up jobs as a busy account has them: the newest a minute before `now`, one every few minutes
/// before it, most of them completed. The same number gives the same job.
public record DemoJobs(Scope scope, Instant now) {

    private static final Duration BETWEEN_JOBS = Duration.ofMinutes(7);

    private static final List<String> TEAMS =
            List.of("fraud", "search", "churn", "pricing", "vision", "forecast", "ads", "ranking");

    private static final List<String> STEPS =
            List.of("prepare", "features", "train-split", "evaluate", "bias-report", "quality");

    private static final List<String> REASONS =
            List.of(
                    "AlgorithmError: Exit Code: 1, please check the container's logs",
                    "InternalServerError: We encountered an internal error. Please try again.",
                    "ClientError: Data download failed: the S3 prefix has no objects");

    /// The jobs numbered `from` to `to`, the latter excluded. A higher number is an older job.
    public List<ProcessingJob> jobs(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::job).toList();
    }

    private ProcessingJob job(int number) {
        var random = new SplittableRandom(number * 7919L + 1);
        var status = number < 5 ? ProcessingJobStatus.IN_PROGRESS : finished(random.nextInt(1000));
        Instant created =
                now.minus(BETWEEN_JOBS.multipliedBy(number + 1L))
                        .plusMillis(random.nextInt(60_000));
        Instant ended = created.plusSeconds(60 + random.nextInt(240)).plusMillis(number % 1000);
        boolean running = status == ProcessingJobStatus.IN_PROGRESS;
        return new ProcessingJob(
                new ProcessingJobArn(scope, name(number, random)),
                status,
                created,
                running ? created.plusMillis(400) : ended.plusMillis(12),
                running ? Optional.empty() : Optional.of(ended),
                Optional.empty(),
                status == ProcessingJobStatus.FAILED
                        ? Optional.of(new JobMessage(pick(REASONS, random)))
                        : Optional.empty());
    }

    private static ProcessingJobStatus finished(int perMille) {
        if (perMille < 930) {
            return ProcessingJobStatus.COMPLETED;
        }
        return perMille < 985 ? ProcessingJobStatus.FAILED : ProcessingJobStatus.STOPPED;
    }

    private static ProcessingJobName name(int number, SplittableRandom random) {
        return new ProcessingJobName(
                String.format(
                        Locale.ROOT,
                        "%s-%s-%06x-%d",
                        pick(TEAMS, random),
                        pick(STEPS, random),
                        random.nextInt(1 << 24),
                        number));
    }

    private static String pick(List<String> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}
