package dev.rollcall.bootstrap;

import static dev.rollcall.bootstrap.SimulatedServer.NOW;
import static dev.rollcall.bootstrap.SimulatedServer.request;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.toMap;

import dev.rollcall.application.simulate.NewJob;
import dev.rollcall.bootstrap.serve.Service;
import dev.rollcall.bootstrap.wiring.SimulationSettings;
import dev.rollcall.bootstrap.wiring.WiredStorages;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.contract.JobBuilder;
import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.server.HttpSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.ProcessingJobSummary;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Simulated jobs that outlive the server that created them.
class SimulationRestartTest {

    @TempDir private Path dir;

    /// What a client does with a server that is started and stopped again.
    private static void serve(StorageSettings storage, Instant now, Consumer<Run> use) {
        var http =
                HttpSettings.of(
                        "127.0.0.1",
                        0,
                        new Access.Open(JobBuilder.SCOPE.account(), JobBuilder.SCOPE.region()));
        var storages = new WiredStorages().simulating(SimulationSettings.USUAL);
        try (var service = Service.over(storages, storage, http)) {
            service.simulation().orElseThrow().clock().set(now);
            service.start();
            try (var client = Clients.of(service, JobBuilder.SCOPE.region().toString())) {
                use.accept(new Run(service, client));
            }
        }
    }

    private record Run(Service service, SageMakerClient client) {

        void create(String name, String outcome) {
            client.createProcessingJob(
                    request(name).environment(Map.of("ROLLCALL_OUTCOME", outcome)).build());
        }

        Map<String, String> statuses() {
            return client
                    .listProcessingJobs(r -> r.maxResults(100))
                    .processingJobSummaries()
                    .stream()
                    .collect(
                            toMap(
                                    ProcessingJobSummary::processingJobName,
                                    ProcessingJobSummary::processingJobStatusAsString));
        }
    }

    @Test
    void jobs_end_after_a_restart_as_they_said_in_every_storage() {
        for (StorageSettings storage :
                List.of(
                        new StorageSettings.H2(dir, Optional.empty()),
                        PostgresServer.settings(PostgresServer.newDatabase()),
                        MongoTestServer.newDatabase())) {
            serve(
                    storage,
                    NOW,
                    run -> {
                        run.client().createProcessingJob(request("usual").build());
                        run.create("failing", "Failed after 1m because of \"ü\"\nand more");
                        run.create("long", "Completed after 1h");
                        run.create("stopped", "Completed after 1m");
                        run.client().stopProcessingJob(r -> r.processingJobName("stopped"));
                    });
            serve(
                    storage,
                    NOW.plusSeconds(60),
                    run -> {
                        assertThat(run.statuses())
                                .as(storage.description())
                                .containsOnly(
                                        Map.entry("usual", "Completed"),
                                        Map.entry("failing", "Failed"),
                                        Map.entry("long", "InProgress"),
                                        Map.entry("stopped", "Stopped"));
                        var failed =
                                run.client()
                                        .describeProcessingJob(r -> r.processingJobName("failing"));
                        assertThat(failed.failureReason()).isEqualTo("of \"ü\"\nand more");
                        assertThat(failed.processingEndTime()).isEqualTo(NOW.plusSeconds(60));
                    });
        }
    }

    @Test
    void jobs_that_came_in_another_way_stay_as_they_are_until_they_are_stopped() {
        var storage = new StorageSettings.H2(dir, Optional.empty());
        serve(
                storage,
                NOW,
                run -> {
                    run.service()
                            .useCases()
                            .recordProcessingJobs()
                            .record(List.of(job("imported").build(), job("stopped").build()));
                    run.client().stopProcessingJob(r -> r.processingJobName("stopped"));
                });
        serve(
                storage,
                NOW.plusSeconds(60),
                run ->
                        assertThat(run.statuses())
                                .containsOnly(
                                        Map.entry("imported", "InProgress"),
                                        Map.entry("stopped", "Stopped")));
    }

    @Test
    void every_job_ends_that_was_left_in_progress() {
        var storage = new StorageSettings.H2(dir, Optional.empty());
        serve(
                storage,
                NOW,
                run -> {
                    var jobs = run.service().simulation().orElseThrow().jobs();
                    for (int i = 0; i < 1_001; i++) {
                        var name = new ProcessingJobName("job-" + i);
                        jobs.create(
                                JobBuilder.SCOPE,
                                new NewJob(
                                        name,
                                        _ -> JobDetails.NONE,
                                        Optional.of("Completed after 1m")));
                    }
                });
        serve(
                storage,
                NOW.plusSeconds(60),
                run ->
                        assertThat(
                                        run.client()
                                                .listProcessingJobs(
                                                        r -> r.statusEquals("InProgress"))
                                                .processingJobSummaries())
                                .isEmpty());
    }

    @Test
    void nobody_is_shown_how_a_job_is_to_end() {
        var storage = new StorageSettings.H2(dir, Optional.empty());
        serve(storage, NOW, run -> run.create("one", "Completed after 1m"));
        Path exported = dir.resolve("exported.jsonl");
        Outcome.run("export", exported.toString(), "--data", dir.toString());
        assertThat(exported).content().contains("ROLLCALL_OUTCOME").doesNotContain("Ending");
        var described = Outcome.run("describe", "one", "--data", dir.toString());
        assertThat(described.out()).contains("RoleArn").doesNotContain("Ending");
    }
}
