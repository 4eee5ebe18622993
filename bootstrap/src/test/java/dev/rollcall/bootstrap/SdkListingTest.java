package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rollcall.bootstrap.serve.DemoJobs;
import dev.rollcall.bootstrap.serve.Service;
import dev.rollcall.bootstrap.wiring.WiredStorages;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.server.HttpSettings;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.ListProcessingJobsRequest;
import software.amazon.awssdk.services.sagemaker.model.ProcessingJobSummary;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Everything a client sees, through the real AWS SDK for Java; the same over each storage.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SdkListingTest {

    private static final Scope SCOPE = Scope.of("123456789012", "us-east-1");
    private static final Instant NOW = Instant.parse("2024-06-01T00:00:00Z");
    private static final List<ProcessingJob> JOBS = new DemoJobs(SCOPE, NOW).jobs(0, 3_000);

    private final Service service;
    private final SageMakerClient client;

    /// Serves from a storage that is empty so far.
    SdkListingTest(StorageSettings storage) {
        service =
                Service.over(
                        new WiredStorages(),
                        storage,
                        HttpSettings.of(
                                "127.0.0.1", 0, new Access.Open(SCOPE.account(), SCOPE.region())));
        service.useCases().recordProcessingJobs().record(JOBS);
        service.start();
        client = Clients.of(service, "us-east-1");
    }

    @AfterAll
    void stop() {
        client.close();
        service.close();
    }

    @Test
    void the_paginator_sees_every_job_once_and_every_page_but_the_last_is_full() {
        var pages =
                client.listProcessingJobsPaginator(r -> r.maxResults(70)).stream()
                        .map(page -> page.processingJobSummaries().size())
                        .toList();
        assertThat(pages).hasSize(43).last().isEqualTo(3_000 % 70);
        assertThat(pages.subList(0, 42)).containsOnly(70);

        assertThat(names(r -> r.maxResults(70)))
                .containsExactlyInAnyOrderElementsOf(names(JOBS.stream()));
    }

    @Test
    void a_page_has_ten_jobs_unless_the_client_says_otherwise() {
        assertThat(client.listProcessingJobs(_ -> {}).processingJobSummaries()).hasSize(10);
    }

    @Test
    void the_page_size_may_change_from_page_to_page() {
        var first = client.listProcessingJobs(r -> r.maxResults(3));
        var second = client.listProcessingJobs(r -> r.maxResults(5).nextToken(first.nextToken()));
        assertThat(Stream.of(first, second).flatMap(p -> p.processingJobSummaries().stream()))
                .extracting(ProcessingJobSummary::processingJobName)
                .containsExactlyElementsOf(names(inOrder(byCreation())).subList(0, 8));
    }

    static Stream<SdkFilter> filters() {
        return SdkFilter.of(JOBS);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void a_filter_selects_what_it_says(SdkFilter filter) {
        assertThat(names(r -> filter.request().accept(r.maxResults(100))))
                .containsExactlyElementsOf(names(inOrder(byCreation()).filter(filter.meaning())));
    }

    static Stream<Arguments> sorts() {
        return Stream.of(
                Arguments.of("CreationTime", byCreation()),
                Arguments.of("Name", byName()),
                Arguments.of(
                        "Status",
                        Comparator.comparing((ProcessingJob j) -> j.status().wireName())
                                .thenComparing(byName())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sorts")
    void a_sort_runs_both_ways(String key, Comparator<ProcessingJob> ascending) {
        assertThat(names(r -> r.sortBy(key).maxResults(100)))
                .containsExactlyElementsOf(names(inOrder(ascending)));
        assertThat(names(r -> r.sortBy(key).sortOrder("Descending").maxResults(99)))
                .containsExactlyElementsOf(names(inOrder(ascending.reversed())));
    }

    @Test
    void a_summary_carries_every_member_of_its_job() {
        var failed =
                JOBS.stream().filter(j -> j.failureReason().isPresent()).findFirst().orElseThrow();
        var summary =
                client.listProcessingJobs(r -> r.nameContains(failed.name().value()))
                        .processingJobSummaries()
                        .getFirst();

        assertThat(summary.processingJobArn()).isEqualTo(failed.arn().toString());
        assertThat(summary.processingJobStatusAsString()).isEqualTo("Failed");
        assertThat(summary.creationTime()).isEqualTo(failed.creationTime());
        assertThat(summary.lastModifiedTime()).isEqualTo(failed.lastModifiedTime());
        assertThat(summary.processingEndTime()).isEqualTo(failed.processingEndTime().orElseThrow());
        assertThat(summary.failureReason()).isEqualTo(failed.failureReason().orElseThrow().text());
        assertThat(summary.exitMessage()).isNull();
    }

    @Test
    void the_region_is_the_one_the_request_is_signed_for() {
        try (var elsewhere = Clients.of(service, "eu-west-1")) {
            assertThat(elsewhere.listProcessingJobs(_ -> {}).processingJobSummaries()).isEmpty();
        }
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        r -> r.maxResults(0),
                        "1 validation error detected: Value '0' at 'maxResults' failed to satisfy"
                                + " constraint: Member must have value greater than or equal to 1"),
                refusal(
                        r -> r.maxResults(101).statusEquals("Done"),
                        "2 validation errors detected: Value 'Done' at 'statusEquals' failed to"
                                + " satisfy constraint: Member must satisfy enum value set:"
                                + " [Completed, Stopped, InProgress, Stopping, Failed]; Value"
                                + " '101' at 'maxResults' failed to satisfy constraint: Member"
                                + " must have value less than or equal to 100"),
                refusal(r -> r.nextToken("x"), "Invalid pagination token because \"{0}\"."));
    }

    private static Arguments refusal(
            Consumer<ListProcessingJobsRequest.Builder> request, String message) {
        return Arguments.of(request, message);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusals")
    void a_refusal_is_an_exception_the_sdk_understands(
            Consumer<ListProcessingJobsRequest.Builder> request, String message) {
        assertThatThrownBy(() -> client.listProcessingJobs(request))
                .asInstanceOf(type(SageMakerException.class))
                .satisfies(
                        e -> {
                            assertThat(e.statusCode()).isEqualTo(400);
                            assertThat(e.awsErrorDetails().errorCode())
                                    .isEqualTo("ValidationException");
                            assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
                            assertThat(e.requestId()).matches("[0-9a-f-]{36}");
                        });
    }

    @Test
    void a_token_is_good_for_its_own_listing_only() {
        String token = client.listProcessingJobs(r -> r.sortBy("Name")).nextToken();
        assertThatThrownBy(
                        () -> client.listProcessingJobs(r -> r.sortBy("Status").nextToken(token)))
                .hasMessageContaining("Invalid pagination token");
        try (var elsewhere = Clients.of(service, "eu-west-1")) {
            assertThatThrownBy(
                            () ->
                                    elsewhere.listProcessingJobs(
                                            r -> r.sortBy("Name").nextToken(token)))
                    .hasMessageContaining("Invalid pagination token");
        }
    }

    private List<String> names(Consumer<ListProcessingJobsRequest.Builder> request) {
        return client.listProcessingJobsPaginator(request).processingJobSummaries().stream()
                .map(ProcessingJobSummary::processingJobName)
                .toList();
    }

    private static List<String> names(Stream<ProcessingJob> jobs) {
        return jobs.map(job -> job.name().value()).toList();
    }

    private static Stream<ProcessingJob> inOrder(Comparator<ProcessingJob> order) {
        return JOBS.stream().sorted(order);
    }

    private static Comparator<ProcessingJob> byName() {
        return Comparator.comparing(job -> job.name().value());
    }

    private static Comparator<ProcessingJob> byCreation() {
        return Comparator.comparing(ProcessingJob::creationTime).thenComparing(byName());
    }
}
