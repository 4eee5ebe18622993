package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollcall.application.PageCut;
import dev.rollcall.bootstrap.serve.DemoJobs;
import dev.rollcall.bootstrap.serve.Service;
import dev.rollcall.bootstrap.wiring.SimulationSettings;
import dev.rollcall.bootstrap.wiring.WiredStorages;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.AccessKey;
import dev.rollcall.http.access.Faults;
import dev.rollcall.http.access.Permission;
import dev.rollcall.http.access.Secret;
import dev.rollcall.http.server.HttpSettings;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sagemaker.model.SageMakerException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a server does for tests of its clients, besides the life of jobs.
class TestDoubleTest {

    private static final Scope SCOPE = Scope.of("123456789012", "us-east-1");
    private static final Access OPEN = new Access.Open(SCOPE.account(), SCOPE.region());
    private static final SimulationSettings SIMULATING = SimulationSettings.USUAL;

    private static Service service(SimulationSettings simulation, HttpSettings http) {
        var service =
                Service.over(
                        new WiredStorages().simulating(simulation),
                        new StorageSettings.InMemory(),
                        http);
        service.start();
        return service;
    }

    private static HttpSettings http(Access access) {
        return HttpSettings.of("127.0.0.1", 0, access);
    }

    private static String answer(Service service, String operation, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(service.uri()))
                        .header("X-Amz-Target", "SageMaker." + operation)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    @Test
    void nobody_changes_a_job_unless_that_was_asked_for() throws Exception {
        try (var service = service(SimulationSettings.NONE, http(OPEN))) {
            for (String operation :
                    List.of(
                            "CreateProcessingJob",
                            "StopProcessingJob",
                            "DeleteProcessingJob",
                            "AddTags",
                            "DeleteTags")) {
                assertThat(answer(service, operation, "{}"))
                        .isEqualTo(
                                "{\"__type\":\"UnknownOperationException\",\"message\":\"The"
                                        + " requested operation is not supported in the called"
                                        + " region.\"}");
            }
        }
    }

    @Test
    void pages_are_cut_before_they_are_filtered_as_aws_does_it() {
        var aws = new SimulationSettings(Optional.empty(), PageCut.BEFORE_FILTERING);
        try (var service = service(aws, http(OPEN));
                var client = Clients.of(service, "us-east-1")) {
            var jobs =
                    new DemoJobs(SCOPE, Instant.parse("2024-06-01T00:00:00Z"))
                            .jobs(0, 20).stream().toList();
            service.useCases().recordProcessingJobs().record(jobs);
            String last = jobs.getFirst().name().value();

            var first = client.listProcessingJobs(r -> r.nameContains(last).maxResults(10));
            assertThat(first.processingJobSummaries()).isEmpty();
            var second =
                    client.listProcessingJobs(
                            r -> r.nameContains(last).maxResults(10).nextToken(first.nextToken()));
            assertThat(second.processingJobSummaries())
                    .singleElement()
                    .satisfies(it -> assertThat(it.processingJobName()).isEqualTo(last));
            assertThat(second.nextToken()).isNull();
        }
    }

    @Test
    void faults_come_as_often_as_asked_for_and_in_the_same_order_again() throws Exception {
        var faults = new Faults(0.3, 0.2, 0.1, 7);
        List<String> once = answersWith(faults);
        assertThat(once)
                .filteredOn(it -> it.contains("ThrottlingException"))
                .hasSizeBetween(15, 45);
        assertThat(once).filteredOn(it -> it.contains("ServiceUnavailable")).isNotEmpty();
        assertThat(once).filteredOn(it -> it.contains("InternalFailure")).isNotEmpty();
        assertThat(once).filteredOn(it -> it.contains("ProcessingJobSummaries")).isNotEmpty();
        assertThat(answersWith(faults)).isEqualTo(once);
        assertThat(answersWith(new Faults(0.3, 0.2, 0.1, 8))).isNotEqualTo(once);
    }

    private static List<String> answersWith(Faults faults) throws Exception {
        var settings = http(OPEN).withFaults(Optional.of(faults));
        List<String> answers = new ArrayList<>();
        try (var service = service(SimulationSettings.NONE, settings)) {
            for (int i = 0; i < 100; i++) {
                answers.add(answer(service, "ListProcessingJobs", "{}"));
            }
        }
        return answers;
    }

    @Test
    void a_key_that_only_lists_changes_nothing() {
        var key =
                new AccessKey(
                        "AKIDEXAMPLE",
                        Secret.of("secret"),
                        Optional.empty(),
                        SCOPE.account(),
                        new AccessKey.Regions.All(),
                        Set.of(Permission.LIST, Permission.RECORD),
                        "ada");
        var signed =
                new Access.Signed(
                        id -> Optional.of(key), Access.Signed.DEFAULT_SKEW, Optional.empty());
        try (var service = service(SIMULATING, http(signed));
                var client = Clients.of(service, "us-east-1")) {
            assertThat(client.listProcessingJobs(r -> {}).processingJobSummaries()).isEmpty();
            assertThat(
                            catchThrowableOfType(
                                    SageMakerException.class,
                                    () ->
                                            client.stopProcessingJob(
                                                    r -> r.processingJobName("one"))))
                    .hasMessageContaining(
                            "is not authorized to perform: sagemaker:StopProcessingJob on"
                                    + " resource: arn:aws:sagemaker:us-east-1:123456789012:"
                                    + "processing-job/one");
        }
    }

    @Test
    void anybody_is_answered_under_any_name() throws Exception {
        var anybody = new Access.Anybody(SCOPE.account(), SCOPE.region());
        try (var service = service(SIMULATING, http(anybody))) {
            assertThat(listingFromAWebPage(service)).contains("ProcessingJobSummaries");
        }
        try (var service = service(SIMULATING, http(OPEN))) {
            assertThat(listingFromAWebPage(service)).contains("AccessDeniedException");
        }
    }

    private static String listingFromAWebPage(Service service) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(service.uri()))
                        .header("X-Amz-Target", "SageMaker.ListProcessingJobs")
                        .header("Origin", "http://ci.example.com")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
