package dev.rollcall.bootstrap;

import dev.rollcall.application.simulate.SettableClock;
import dev.rollcall.bootstrap.serve.Service;
import dev.rollcall.bootstrap.wiring.SimulationSettings;
import dev.rollcall.bootstrap.wiring.WiredStorages;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.server.HttpSettings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.CreateProcessingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeProcessingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.ProcessingJobStatus;
import software.amazon.awssdk.services.sagemaker.model.ProcessingJobSummary;
import software.amazon.awssdk.services.sagemaker.model.Tag;

import java.time.Instant;
import java.util.List;

/// A server whose jobs have simulated lives, and the real AWS SDK for Java.
abstract class SimulatedServer {

    private static final Scope SCOPE = Scope.of("123456789012", "us-east-1");
    static final Instant NOW = Instant.parse("2026-05-04T03:02:01.234Z");

    private final Service service =
            Service.over(
                    new WiredStorages().simulating(SimulationSettings.USUAL),
                    new StorageSettings.InMemory(),
                    HttpSettings.of(
                            "127.0.0.1", 0, new Access.Open(SCOPE.account(), SCOPE.region())));
    final SettableClock clock = service.simulation().orElseThrow().clock();
    SageMakerClient client;

    @BeforeEach
    void start() {
        clock.set(NOW);
        service.start();
        client = Clients.of(service, "us-east-1");
    }

    @AfterEach
    void stop() {
        client.close();
        service.close();
    }

    static CreateProcessingJobRequest.Builder request(String name) {
        return CreateProcessingJobRequest.builder()
                .processingJobName(name)
                .roleArn("arn:aws:iam::123456789012:role/FakeRole")
                .appSpecification(a -> a.imageUri("image").containerArguments("a", "b"))
                .processingResources(
                        r ->
                                r.clusterConfig(
                                        c ->
                                                c.instanceCount(1)
                                                        .instanceType("ml.m5.large")
                                                        .volumeSizeInGB(1)));
    }

    String create(CreateProcessingJobRequest.Builder request) {
        return client.createProcessingJob(request.build()).processingJobArn();
    }

    DescribeProcessingJobResponse describe(String name) {
        return client.describeProcessingJob(r -> r.processingJobName(name));
    }

    List<String> listed(ProcessingJobStatus status) {
        return client
                .listProcessingJobs(r -> r.statusEquals(status))
                .processingJobSummaries()
                .stream()
                .map(ProcessingJobSummary::processingJobName)
                .toList();
    }

    static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
