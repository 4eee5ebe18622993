package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.ListProcessingJobsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListProcessingJobsResponse;
import software.amazon.awssdk.services.sagemaker.model.ProcessingJobSummary;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A listing that is walked while jobs change, and which of them it promises to list.
///
/// @param request asks for it
/// @param unchanging which of the jobs match that do not change
/// @param changing whether those that change match throughout, and keep their places
record WalkedListing(
        String name,
        UnaryOperator<ListProcessingJobsRequest.Builder> request,
        Predicate<ToldJob> unchanging,
        boolean changing) {

    private static final int PAGE = 9;

    private static final Instant BEGIN = Instant.ofEpochMilli(EventStream.BEGIN);

    static List<WalkedListing> all() {
        return List.of(
                new WalkedListing("by Name", r -> r.sortBy("Name"), _ -> true, true),
                new WalkedListing(
                        "by CreationTime, descending",
                        r -> r.sortBy("CreationTime").sortOrder("Descending"),
                        _ -> true,
                        true),
                new WalkedListing(
                        "by CreationTime, modified since all times",
                        r -> r.lastModifiedTimeAfter(Instant.EPOCH),
                        _ -> true,
                        true),
                new WalkedListing(
                        "by Name, descending, of a text",
                        r -> r.sortBy("Name").sortOrder("Descending").nameContains("changing"),
                        _ -> true,
                        true),
                new WalkedListing("by Status", r -> r.sortBy("Status"), _ -> true, false),
                new WalkedListing(
                        "by Status, descending, of a text",
                        r -> r.sortBy("Status").sortOrder("Descending").nameContains("1-unch"),
                        job -> job.name().contains("1-unch"),
                        false),
                new WalkedListing(
                        "Completed, by Name",
                        r -> r.sortBy("Name").statusEquals("Completed"),
                        job -> job.status().equals("Completed"),
                        false),
                new WalkedListing(
                        "InProgress, by CreationTime, descending",
                        r -> r.statusEquals("InProgress").sortOrder("Descending"),
                        job -> job.status().equals("InProgress"),
                        false),
                new WalkedListing(
                        "modified before the stream, by Name",
                        r -> r.sortBy("Name").lastModifiedTimeBefore(BEGIN),
                        _ -> true,
                        false),
                new WalkedListing(
                        "modified before the stream, by Status",
                        r -> r.sortBy("Status").lastModifiedTimeBefore(BEGIN),
                        _ -> true,
                        false));
    }

    /// Walks from the first page to the last, while the stream goes on.
    void assertKeepsItsPromise(SageMakerClient client, EventStream stream)
            throws InterruptedException, ExecutionException {
        List<String> listed = new ArrayList<>();
        ListProcessingJobsResponse page;
        String token = null;
        do {
            stream.goOn();
            String from = token;
            page =
                    client.listProcessingJobs(
                            r -> request.apply(r).maxResults(PAGE).nextToken(from));
            page.processingJobSummaries().stream()
                    .map(ProcessingJobSummary::processingJobName)
                    .forEach(listed::add);
            token = page.nextToken();
        } while (token != null);

        var promised = new HashSet<>(promised(stream));
        assertThat(promised).as(name).hasSizeGreaterThan(PAGE);
        assertThat(listed.stream().filter(promised::contains))
                .as(name)
                .containsExactlyInAnyOrderElementsOf(promised);
    }

    private List<String> promised(EventStream stream) {
        return Stream.concat(
                        stream.unchanging().stream().filter(unchanging).map(ToldJob::name),
                        changing ? stream.changing().stream() : Stream.empty())
                .toList();
    }
}
