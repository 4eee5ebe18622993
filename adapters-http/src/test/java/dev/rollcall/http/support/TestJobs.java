package dev.rollcall.http.support;

import dev.rollcall.domain.jobs.JobMessage;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Jobs to list.
public final class TestJobs {

    public static final String ACCOUNT = "123456789012";
    public static final String REGION = "us-east-1";

    private static final Instant CREATED = Instant.parse("2021-06-09T12:29:00Z");

    private static final Pattern NAME = Pattern.compile("\"ProcessingJobName\":\"([^\"]+)\"");

    private TestJobs() {}

    /// The names of the jobs of a page.
    public static List<String> namesIn(String body) {
        return NAME.matcher(body).results().map(result -> result.group(1)).toList();
    }

    /// A job without any of the optional members.
    public static ProcessingJob running(String name) {
        return running(name, REGION);
    }

    public static ProcessingJob running(String name, String region) {
        return running(name, Scope.of(ACCOUNT, region));
    }

    public static ProcessingJob running(String name, Scope scope) {
        return new ProcessingJob(
                arn(name, scope),
                ProcessingJobStatus.IN_PROGRESS,
                CREATED,
                CREATED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// A job with all of the optional members.
    public static ProcessingJob failed(String name, String exitMessage, String failureReason) {
        return new ProcessingJob(
                arn(name, Scope.of(ACCOUNT, REGION)),
                ProcessingJobStatus.FAILED,
                CREATED,
                CREATED.plusMillis(90_130),
                Optional.of(CREATED.plusMillis(90_000)),
                Optional.of(new JobMessage(exitMessage)),
                Optional.of(new JobMessage(failureReason)));
    }

    /// `count` jobs, `job-000` and so on.
    public static List<ProcessingJob> running(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> running("job-" + Integer.toString(1000 + i).substring(1)))
                .toList();
    }

    private static ProcessingJobArn arn(String name, Scope scope) {
        return new ProcessingJobArn(scope, new ProcessingJobName(name));
    }
}
