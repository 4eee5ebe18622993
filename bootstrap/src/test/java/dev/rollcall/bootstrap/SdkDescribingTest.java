package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.bootstrap.serve.Service;
import dev.rollcall.bootstrap.wiring.WiredStorages;
import dev.rollcall.cli.importing.BatchTarget;
import dev.rollcall.cli.importing.Importer;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.server.HttpSettings;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.ProcessingJobStatus;
import software.amazon.awssdk.services.sagemaker.model.ProcessingS3DataDistributionType;
import software.amazon.awssdk.services.sagemaker.model.ProcessingS3DataType;
import software.amazon.awssdk.services.sagemaker.model.ProcessingS3InputMode;
import software.amazon.awssdk.services.sagemaker.model.ProcessingS3UploadMode;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemaker.waiters.SageMakerWaiter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/// What a client sees of one job, through the real AWS SDK for Java; the same over each storage.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SdkDescribingTest {

    private static final Scope SCOPE = Scope.of("123456789012", "us-east-1");
    private static final Instant CREATED = Instant.parse("2024-01-03T22:09:59Z");
    private static final String ARN = "arn:aws:sagemaker:us-east-1:123456789012:processing-job/";

    private final Service service;
    private final SageMakerClient client;

    /// Serves from a storage that is empty so far.
    SdkDescribingTest(StorageSettings storage) {
        service =
                Service.over(
                        new WiredStorages(),
                        storage,
                        HttpSettings.of(
                                "127.0.0.1", 0, new Access.Open(SCOPE.account(), SCOPE.region())));
        service.start();
        client = Clients.of(service, "us-east-1");
    }

    @AfterAll
    void stop() {
        client.close();
        service.close();
    }

    /// Records what a file says.
    private void arrives(String json) {
        var err = new StringWriter();
        try (var importer =
                new Importer(
                        BatchTarget.of(service.useCases().recordProcessingJobs()),
                        InstantSource.system(),
                        Duration.ofDays(1),
                        new PrintWriter(err))) {
            importer.read("arrived", new ByteArrayInputStream(json.getBytes(UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(err.toString()).isEmpty();
    }

    private static String summary(String name, String status, long lastModifiedTime) {
        return """
        {"ProcessingJobName":"%1$s","ProcessingJobArn":"%2$s%1$s","ProcessingJobStatus":"%3$s",
         "CreationTime":1704319799,"LastModifiedTime":%4$s}
        """
                .formatted(name, ARN, status, lastModifiedTime);
    }

    @Test
    void what_an_event_says_is_described_as_the_api_spells_it() {
        arrives(
                """
                {"version":"0","detail-type":"SageMaker Processing Job State Change",
                 "source":"aws.sagemaker","detail":{
                  "ProcessingInputs":[{"InputName":"in","S3Input":{"S3Uri":"s3://b/in",
                    "LocalPath":"/in","S3DataType":"MANIFEST_FILE","S3InputMode":"PIPE",
                    "S3DataDistributionType":"FULLYREPLICATED"}}],
                  "ProcessingOutputConfig":{"Outputs":[{"OutputName":"out","S3Output":{
                    "S3Uri":"s3://b/out","LocalPath":"/out","S3UploadMode":"CONTINUOUS"}}]},
                  "ProcessingResources":{"ClusterConfig":{"InstanceCount":3,
                    "InstanceType":"ml.c5.xlarge","VolumeSizeInGB":5}},
                  "StoppingCondition":{"MaxRuntimeInSeconds":2000},
                  "AppSpecification":{"ImageUri":"image","ContainerArguments":["b","a"]},
                  "Environment":{"B":"FULLYREPLICATED","A":""},"ExperimentConfig":{},
                  "NetworkConfig":{"EnableNetworkIsolation":false},
                  "RoleArn":"arn:aws:iam::123456789012:role/r","Tags":{},
                  "ProcessingJobName":"event","ProcessingJobArn":"%sevent",
                  "ProcessingJobStatus":"Failed","FailureReason":"no","ExitMessage":"1",
                  "ProcessingStartTime":1704320034000,"ProcessingEndTime":"1704320046000",
                  "LastModifiedTime":1704320046500,"CreationTime":1704319799000}}
                """
                        .formatted(ARN));

        var job = client.describeProcessingJob(r -> r.processingJobName("event"));

        assertThat(job.processingJobArn()).isEqualTo(ARN + "event");
        assertThat(job.processingJobStatus()).isEqualTo(ProcessingJobStatus.FAILED);
        assertThat(job.failureReason()).isEqualTo("no");
        assertThat(job.exitMessage()).isEqualTo("1");
        assertThat(job.creationTime()).isEqualTo(CREATED);
        assertThat(job.processingStartTime()).isEqualTo(CREATED.plusSeconds(235));
        assertThat(job.processingEndTime()).isEqualTo(CREATED.plusSeconds(247));
        assertThat(job.lastModifiedTime()).isEqualTo(CREATED.plusMillis(247_500));
        var input = job.processingInputs().getFirst().s3Input();
        assertThat(input.s3DataType()).isEqualTo(ProcessingS3DataType.MANIFEST_FILE);
        assertThat(input.s3InputMode()).isEqualTo(ProcessingS3InputMode.PIPE);
        assertThat(input.s3DataDistributionType())
                .isEqualTo(ProcessingS3DataDistributionType.FULLY_REPLICATED);
        assertThat(job.processingOutputConfig().outputs().getFirst().s3Output().s3UploadMode())
                .isEqualTo(ProcessingS3UploadMode.CONTINUOUS);
        assertThat(job.processingResources().clusterConfig().instanceCount()).isEqualTo(3);
        assertThat(job.stoppingCondition().maxRuntimeInSeconds()).isEqualTo(2000);
        assertThat(job.appSpecification().containerArguments()).containsExactly("b", "a");
        assertThat(job.environment()).isEqualTo(Map.of("A", "", "B", "FULLYREPLICATED"));
        assertThat(job.networkConfig().enableNetworkIsolation()).isFalse();
        assertThat(job.roleArn()).isEqualTo("arn:aws:iam::123456789012:role/r");
        assertThat(job.experimentConfig().experimentName()).isNull();
        assertThat(job.autoMLJobArn()).isNull();
    }

    @Test
    void a_job_of_which_only_the_summary_is_known_has_neutral_values_where_one_is_required() {
        arrives(summary("summary", "InProgress", 1704319800));

        var job = client.describeProcessingJob(r -> r.processingJobName("summary"));

        assertThat(job.processingJobStatus()).isEqualTo(ProcessingJobStatus.IN_PROGRESS);
        assertThat(job.appSpecification().imageUri()).isEmpty();
        assertThat(job.processingResources().clusterConfig().instanceCount()).isZero();
        assertThat(job.hasProcessingInputs()).isFalse();
        assertThat(job.processingStartTime()).isNull();
    }

    @Test
    void a_summary_that_is_newer_shows_its_status_and_keeps_the_details() {
        arrives(
                summary("newer", "InProgress", 1704319800)
                        .replaceFirst("\\{", "{\"RoleArn\":\"r\","));
        arrives(summary("newer", "Stopped", 1704319900));

        var job = client.describeProcessingJob(r -> r.processingJobName("newer"));

        assertThat(job.processingJobStatus()).isEqualTo(ProcessingJobStatus.STOPPED);
        assertThat(job.roleArn()).isEqualTo("r");
    }

    @Test
    void a_job_that_is_not_there_is_a_validation_exception() {
        assertThatThrownBy(() -> client.describeProcessingJob(r -> r.processingJobName("missing")))
                .asInstanceOf(type(SageMakerException.class))
                .satisfies(
                        e -> {
                            assertThat(e.awsErrorDetails().errorCode())
                                    .isEqualTo("ValidationException");
                            assertThat(e.awsErrorDetails().errorMessage())
                                    .isEqualTo("Could not find requested job with name: missing");
                        });
    }

    @Test
    void tags_are_those_that_a_record_brought_by_the_arn_as_it_is_listed() {
        arrives(
                summary("Tagged", "InProgress", 1704319800)
                        .replace("job/Tagged", "job/tagged")
                        .replaceFirst(
                                "\\{", "{\"Tags\":[{\"Key\":\"team\",\"Value\":\"churn\"}],"));
        arrives(summary("plain", "InProgress", 1704319800));
        String listed =
                client.listProcessingJobs(r -> r.nameContains("Tagged"))
                        .processingJobSummaries()
                        .getFirst()
                        .processingJobArn();

        assertThat(listed).isEqualTo(ARN + "tagged");
        assertThat(client.listTagsPaginator(r -> r.resourceArn(listed)).tags())
                .singleElement()
                .satisfies(
                        tag -> {
                            assertThat(tag.key()).isEqualTo("team");
                            assertThat(tag.value()).isEqualTo("churn");
                        });
        assertThat(client.listTags(r -> r.resourceArn(ARN + "plain")).tags()).isEmpty();
        assertThatThrownBy(() -> client.listTags(r -> r.resourceArn(ARN + "Tagged")))
                .hasMessageContaining("Could not find requested resource with ARN: ");
    }

    @Test
    void the_waiter_sees_a_job_complete_when_a_record_of_it_arrives() {
        arrives(summary("awaited", "InProgress", 1704319800));
        BackoffStrategy completedMeanwhile =
                attempt -> {
                    arrives(summary("awaited", "Completed", 1704319800 + attempt));
                    return Duration.ofMillis(1);
                };

        try (var waiter = SageMakerWaiter.builder().client(client).build()) {
            var waited =
                    waiter.waitUntilProcessingJobCompletedOrStopped(
                            r -> r.processingJobName("awaited"),
                            c -> configure(c, completedMeanwhile));

            assertThat(waited.attemptsExecuted()).isEqualTo(2);
            assertThat(waited.matched().response().orElseThrow().processingJobStatus())
                    .isEqualTo(ProcessingJobStatus.COMPLETED);
        }
    }

    private static void configure(
            WaiterOverrideConfiguration.Builder configuration, BackoffStrategy betweenAttempts) {
        configuration.maxAttempts(3).backoffStrategyV2(betweenAttempts);
    }

    @Test
    void the_waiter_fails_for_a_job_that_is_not_there() {
        try (var waiter = SageMakerWaiter.builder().client(client).build()) {
            assertThatThrownBy(
                            () ->
                                    waiter.waitUntilProcessingJobCompletedOrStopped(
                                            r -> r.processingJobName("missing")))
                    .hasMessageContaining("failure state");
        }
    }
}
