package dev.rollcall.application;

import dev.rollcall.domain.ListingRequest;
import dev.rollcall.domain.ProcessingJob;
import dev.rollcall.domain.ProcessingJobArn;
import dev.rollcall.domain.ProcessingJobName;
import dev.rollcall.domain.ProcessingJobStatus;
import dev.rollcall.domain.Scope;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Jobs, and requests for them, to try the use cases on.
final class Jobs {

    static final Scope SCOPE = Scope.of("123456789012", "eu-central-1");
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Jobs() {}

    static ProcessingJob job(String name) {
        return job(name, NOON);
    }

    /// A job that tells, as its status, whether it was still under way when it was last modified.
    static ProcessingJob job(String name, Instant modified) {
        return new ProcessingJob(
                new ProcessingJobArn(SCOPE, new ProcessingJobName(name)),
                modified.equals(NOON)
                        ? ProcessingJobStatus.IN_PROGRESS
                        : ProcessingJobStatus.COMPLETED,
                NOON,
                modified,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// Jobs named `job-100`, `job-101` and so on.
    static List<ProcessingJob> some(int count) {
        return IntStream.range(100, 100 + count).mapToObj(i -> job("job-" + i)).toList();
    }

    static ListingRequest request(int maxResults, Optional<String> nextToken) {
        return request(Optional.empty(), maxResults, nextToken);
    }

    static ListingRequest request(
            Optional<String> nameContains, int maxResults, Optional<String> nextToken) {
        return new ListingRequest(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                nameContains,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                nextToken,
                Optional.of(maxResults));
    }
}
