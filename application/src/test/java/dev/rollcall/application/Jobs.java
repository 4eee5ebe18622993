package dev.rollcall.application;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.ListingRequest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

    /// A job that is in progress until it is modified, and is completed then.
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

    /// The same job with its name in lower case in its ARN.
    static ProcessingJob withLowerCaseArn(ProcessingJob job) {
        var lower = new ProcessingJobName(job.name().value().toLowerCase(Locale.ROOT));
        return new ProcessingJob(
                job.name(),
                new ProcessingJobArn(job.scope(), lower),
                job.status(),
                job.creationTime(),
                job.lastModifiedTime(),
                job.processingEndTime(),
                job.exitMessage(),
                job.failureReason());
    }

    /// Jobs named `job-100`, `job-101` and so on.
    static List<ProcessingJob> some(int count) {
        return IntStream.range(100, 100 + count).mapToObj(i -> job("job-" + i)).toList();
    }

    static ListingRequest request(int maxResults, Optional<String> nextToken) {
        return ListingRequest.everything()
                .withMaxResults(maxResults)
                .with(nextToken, ListingRequest::withNextToken);
    }
}
