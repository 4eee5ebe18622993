package dev.rollcall.domain.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/// Jobs to try the rules on.
public final class Jobs {

    public static final Scope SCOPE = Scope.of("123456789012", "eu-central-1");
    public static final Scope ELSEWHERE = Scope.of("123456789012", "us-east-1");
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Jobs() {}

    public static ProcessingJob job(String name) {
        return job(name, ProcessingJobStatus.IN_PROGRESS, NOON);
    }

    public static ProcessingJob job(String name, Instant created) {
        return job(name, ProcessingJobStatus.IN_PROGRESS, created);
    }

    public static ProcessingJob job(String name, ProcessingJobStatus status) {
        return job(name, status, NOON);
    }

    public static ProcessingJob job(String name, ProcessingJobStatus status, Instant created) {
        return job(SCOPE, name, status, created, created);
    }

    public static ProcessingJob job(
            Scope scope,
            String name,
            ProcessingJobStatus status,
            Instant created,
            Instant modified) {
        return new ProcessingJob(
                new ProcessingJobArn(scope, new ProcessingJobName(name)),
                status,
                created,
                modified,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// Jobs with a name each, many of which tie in time and in status; one in ten is in another
    /// scope.
    public static List<ProcessingJob> random(Random random, int count) {
        return Stream.generate(() -> randomName(random))
                .distinct()
                .limit(count)
                .map(name -> random(random, name))
                .toList();
    }

    private static ProcessingJob random(Random random, String name) {
        Instant created = NOON.plusMillis(random.nextInt(6));
        return job(
                random.nextInt(10) == 0 ? ELSEWHERE : SCOPE,
                name,
                oneOf(random, ProcessingJobStatus.values()),
                created,
                created.plusMillis(random.nextInt(6)));
    }

    private static String randomName(Random random) {
        return oneOf(random, "a", "A", "b", "job-1", "job-10")
                + "-".repeat(random.nextInt(3))
                + random.nextInt(40);
    }

    @SafeVarargs
    public static <T> T oneOf(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
