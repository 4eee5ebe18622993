package dev.rollcall.bootstrap;

import dev.rollcall.domain.jobs.ProcessingJob;

import software.amazon.awssdk.services.sagemaker.model.ListProcessingJobsRequest;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a client may ask for, and what it means.
record SdkFilter(
        String name,
        Consumer<ListProcessingJobsRequest.Builder> request,
        Predicate<ProcessingJob> meaning) {

    /// Each filter alone, and all at once, with bounds on the times of some of these jobs.
    static Stream<SdkFilter> of(List<ProcessingJob> jobs) {
        var created = jobs.get(jobs.size() / 2).creationTime();
        var modified = jobs.get(jobs.size() / 4).lastModifiedTime();
        return Stream.of(
                new SdkFilter(
                        "name",
                        r -> r.nameContains("train"),
                        j -> j.name().value().contains("train")),
                new SdkFilter("a wildcard is literal", r -> r.nameContains("%"), _ -> false),
                new SdkFilter("case matters", r -> r.nameContains("TRAIN"), _ -> false),
                new SdkFilter(
                        "status",
                        r -> r.statusEquals("Failed"),
                        j -> j.status().wireName().equals("Failed")),
                new SdkFilter(
                        "created after",
                        r -> r.creationTimeAfter(created),
                        j -> j.creationTime().isAfter(created)),
                new SdkFilter(
                        "created before",
                        r -> r.creationTimeBefore(created),
                        j -> j.creationTime().isBefore(created)),
                new SdkFilter(
                        "modified after",
                        r -> r.lastModifiedTimeAfter(modified),
                        j -> j.lastModifiedTime().isAfter(modified)),
                new SdkFilter(
                        "modified before",
                        r -> r.lastModifiedTimeBefore(modified),
                        j -> j.lastModifiedTime().isBefore(modified)),
                new SdkFilter(
                        "all at once",
                        r ->
                                r.nameContains("fraud")
                                        .statusEquals("Completed")
                                        .creationTimeBefore(created)
                                        .lastModifiedTimeBefore(modified),
                        j ->
                                j.name().value().contains("fraud")
                                        && j.status().wireName().equals("Completed")
                                        && j.creationTime().isBefore(created)
                                        && j.lastModifiedTime().isBefore(modified)));
    }

    @Override
    public String toString() {
        return name;
    }
}
