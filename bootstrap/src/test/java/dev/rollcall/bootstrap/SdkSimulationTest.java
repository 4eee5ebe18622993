package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.sagemaker.model.ProcessingInput;
import software.amazon.awssdk.services.sagemaker.model.ProcessingJobStatus;
import software.amazon.awssdk.services.sagemaker.model.ResourceInUseException;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;

import java.time.Duration;
import java.util.Map;

/// The life of a simulated job, through the real AWS SDK for Java.
class SdkSimulationTest extends SimulatedServer {

    @Test
    void a_job_is_in_progress_and_completes_after_five_seconds() {
        String arn = create(request("one"));
        assertThat(arn).isEqualTo("arn:aws:sagemaker:us-east-1:123456789012:processing-job/one");
        assertThat(describe("one").processingJobStatus())
                .isEqualTo(ProcessingJobStatus.IN_PROGRESS);
        assertThat(describe("one").creationTime()).isEqualTo(NOW);

        clock.advance(Duration.ofMillis(4_999));
        assertThat(listed(ProcessingJobStatus.IN_PROGRESS)).containsExactly("one");
        clock.advance(Duration.ofMillis(1));
        assertThat(listed(ProcessingJobStatus.IN_PROGRESS)).isEmpty();
        assertThat(listed(ProcessingJobStatus.COMPLETED)).containsExactly("one");

        var job = describe("one");
        assertThat(job.processingEndTime()).isEqualTo(NOW.plusSeconds(5));
        assertThat(job.lastModifiedTime()).isEqualTo(NOW.plusSeconds(5));
        assertThat(job.processingStartTime()).isEqualTo(NOW);
    }

    @Test
    void what_was_asked_for_is_described_with_what_aws_fills_in() {
        var input =
                ProcessingInput.builder()
                        .inputName("in")
                        .s3Input(
                                s ->
                                        s.s3Uri("s3://bucket/in")
                                                .localPath("/in")
                                                .s3DataType("S3Prefix"))
                        .build();
        create(request("full").environment(Map.of("A", "b")).processingInputs(input));
        var job = describe("full");
        assertThat(job.roleArn()).isEqualTo("arn:aws:iam::123456789012:role/FakeRole");
        assertThat(job.appSpecification().containerArguments()).containsExactly("a", "b");
        assertThat(job.environment()).isEqualTo(Map.of("A", "b"));
        assertThat(job.stoppingCondition().maxRuntimeInSeconds()).isEqualTo(86_400);
        var described = job.processingInputs().getFirst();
        assertThat(described.appManaged()).isFalse();
        assertThat(described.s3Input().s3CompressionTypeAsString()).isEqualTo("None");
        assertThat(described.s3Input().s3DataDistributionTypeAsString())
                .isEqualTo("FullyReplicated");
    }

    @Test
    void a_tag_says_how_a_job_ends_and_otherwise_a_variable() {
        create(
                request("tagged")
                        .tags(tag("rollcall:outcome", "Failed after 2s because the disk was full"))
                        .environment(Map.of("ROLLCALL_OUTCOME", "Completed after 1s")));
        create(request("variable").environment(Map.of("ROLLCALL_OUTCOME", "Completed after 1s")));
        clock.advance(Duration.ofSeconds(1));
        assertThat(listed(ProcessingJobStatus.COMPLETED)).containsExactly("variable");
        clock.advance(Duration.ofSeconds(1));
        assertThat(listed(ProcessingJobStatus.FAILED)).containsExactly("tagged");
        assertThat(describe("tagged").failureReason()).isEqualTo("the disk was full");
    }

    @Test
    void the_waiter_sees_a_job_to_its_end_by_real_time() {
        clock.release();
        create(request("waited").tags(tag("rollcall:outcome", "Completed after 1s")));
        try (var waiter = client.waiter()) {
            var end =
                    waiter.waitUntilProcessingJobCompletedOrStopped(
                            r -> r.processingJobName("waited"),
                            c ->
                                    c.backoffStrategyV2(
                                            BackoffStrategy.fixedDelay(Duration.ofMillis(200))));
            assertThat(end.matched().response().orElseThrow().processingJobStatus())
                    .isEqualTo(ProcessingJobStatus.COMPLETED);
        }
    }

    @Test
    void a_job_is_stopping_and_then_stopped() {
        create(request("one"));
        client.stopProcessingJob(r -> r.processingJobName("one"));
        assertThat(describe("one").processingJobStatus()).isEqualTo(ProcessingJobStatus.STOPPING);
        client.stopProcessingJob(r -> r.processingJobName("one"));
        clock.advance(Duration.ofSeconds(2));
        assertThat(listed(ProcessingJobStatus.STOPPED)).containsExactly("one");
        clock.advance(Duration.ofHours(1));
        assertThat(listed(ProcessingJobStatus.STOPPED)).containsExactly("one");
        assertThatExceptionOfType(SageMakerException.class)
                .isThrownBy(() -> client.stopProcessingJob(r -> r.processingJobName("one")))
                .withMessageContaining(
                        "The request was rejected because the processing job is in status"
                                + " Stopped.");
    }

    @Test
    void a_name_is_taken_until_its_job_is_deleted() {
        String arn = create(request("one").tags(tag("a", "b")));
        assertThatExceptionOfType(ResourceInUseException.class)
                .isThrownBy(() -> create(request("one")))
                .withMessageContaining("already exists (" + arn + ")");
        assertThatExceptionOfType(ResourceInUseException.class)
                .isThrownBy(() -> client.deleteProcessingJob(r -> r.processingJobName("one")));

        clock.advance(Duration.ofSeconds(5));
        client.deleteProcessingJob(r -> r.processingJobName("one"));
        assertThat(client.listProcessingJobs(r -> {}).processingJobSummaries()).isEmpty();
        create(request("one"));
        assertThat(client.listTags(r -> r.resourceArn(arn)).tags()).isEmpty();
    }

    @Test
    void tags_are_added_replaced_and_deleted_within_a_moment() {
        String arn = create(request("one").tags(tag("b", "1")));
        assertThat(
                        client.addTags(r -> r.resourceArn(arn).tags(tag("a", "2"), tag("b", "3")))
                                .tags())
                .containsExactly(tag("a", "2"), tag("b", "3"));
        client.deleteTags(r -> r.resourceArn(arn).tagKeys("b", "c"));
        assertThat(client.listTags(r -> r.resourceArn(arn)).tags()).containsExactly(tag("a", "2"));
        client.deleteTags(r -> r.resourceArn(arn).tagKeys("a"));
        assertThat(client.listTags(r -> r.resourceArn(arn)).tags()).isEmpty();
    }
}
