package dev.rollcall.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.sagemaker.model.ProcessingInput;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;

/// What a client is told that asks for what cannot be, through the real AWS SDK for Java.
class SdkSimulationRefusalsTest extends SimulatedServer {

    @Test
    void an_outcome_of_no_known_form_is_refused() {
        assertThatExceptionOfType(SageMakerException.class)
                .isThrownBy(() -> create(request("odd").tags(tag("rollcall:outcome", "Fails"))))
                .withMessageContaining("Completed after 2s");
        assertThat(client.listProcessingJobs(r -> {}).processingJobSummaries()).isEmpty();
    }

    @Test
    void a_job_that_is_not_there_is_neither_stopped_nor_deleted_nor_tagged() {
        assertThatExceptionOfType(SageMakerException.class)
                .isThrownBy(() -> client.stopProcessingJob(r -> r.processingJobName("no")))
                .withMessageContaining("Could not find requested job with name: no");
        assertThatExceptionOfType(SageMakerException.class)
                .isThrownBy(() -> client.deleteProcessingJob(r -> r.processingJobName("no")))
                .withMessageContaining("Could not find requested job with name: no");
        String arn = "arn:aws:sagemaker:us-east-1:123456789012:processing-job/no";
        assertThatExceptionOfType(SageMakerException.class)
                .isThrownBy(() -> client.addTags(r -> r.resourceArn(arn).tags(tag("a", "b"))))
                .withMessageContaining("Could not find requested resource with ARN: " + arn);
    }

    @Test
    void every_violation_of_a_request_is_told_at_once() {
        assertThatExceptionOfType(SageMakerException.class)
                .isThrownBy(
                        () ->
                                create(
                                        request("bad_name")
                                                .roleArn("role")
                                                .processingInputs(
                                                        ProcessingInput.builder()
                                                                .appManaged(true)
                                                                .build())
                                                .processingResources(
                                                        r ->
                                                                r.clusterConfig(
                                                                        c ->
                                                                                c.instanceCount(101)
                                                                                        .instanceType(
                                                                                                "ml.none")))))
                .withMessageContaining("7 validation errors detected: ")
                .withMessageContaining("Value null at 'processingInputs.1.member.inputName'")
                .withMessageContaining("Value 'bad_name' at 'processingJobName'")
                .withMessageContaining(
                        "Value '101' at 'processingResources.clusterConfig.instanceCount' failed"
                                + " to satisfy constraint: Member must have value less than or"
                                + " equal to 100")
                .withMessageContaining("at 'processingResources.clusterConfig.instanceType'")
                .withMessageContaining("at 'processingResources.clusterConfig.volumeSizeInGB'")
                .withMessageContaining("Value 'role' at 'roleArn'");
    }
}
