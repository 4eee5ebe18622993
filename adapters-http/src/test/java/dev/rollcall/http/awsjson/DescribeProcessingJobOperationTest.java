package dev.rollcall.http.awsjson;

import static dev.rollcall.http.support.TestKeys.EVE;
import static dev.rollcall.http.support.TestKeys.signer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobDetail;
import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.http.support.RequestDraft;
import dev.rollcall.http.support.SignedServer;
import dev.rollcall.http.support.TestJobs;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DescribeProcessingJobOperationTest {

    private TestServer server;

    @BeforeAll
    void start() throws IOException {
        var job = TestJobs.failed("Detailed", "exit", "reason");
        var version = job.lastModifiedTime();
        server =
                TestServer.describing(
                        new JobDescription(
                                job,
                                new JobDetails(
                                        Map.of(
                                                "Environment",
                                                new JobDetail(version, "{\"A\":\"1\"}"),
                                                "ProcessingStartTime",
                                                new JobDetail(version, "1.62324177E9"),
                                                "Tags",
                                                new JobDetail(version, "[]")))),
                        new JobDescription(TestJobs.running("elsewhere", "eu-west-1")),
                        new JobDescription(TestJobs.running("summary")));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void all_that_is_known_is_answered_in_alphabetical_order() throws IOException {
        var response =
                server.answer("DescribeProcessingJob", "{\"ProcessingJobName\":\"Detailed\"}");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers()).containsEntry("content-type", "application/x-amz-json-1.1");
        assertThat(response.body())
                .isEqualTo(
                        """
                        {"AppSpecification":{"ImageUri":""},"CreationTime":1.62324174E9,\
                        "Environment":{"A":"1"},"ExitMessage":"exit","FailureReason":"reason",\
                        "LastModifiedTime":1.62324183013E9,"ProcessingEndTime":1.62324183E9,\
                        "ProcessingJobArn":\
                        "arn:aws:sagemaker:us-east-1:123456789012:processing-job/Detailed",\
                        "ProcessingJobName":"Detailed","ProcessingJobStatus":"Failed",\
                        "ProcessingResources":{"ClusterConfig":{"InstanceCount":0,\
                        "InstanceType":"","VolumeSizeInGB":0}},\
                        "ProcessingStartTime":1.62324177E9}\
                        """);
    }

    @Test
    void a_job_of_which_only_the_summary_is_known_is_answered() throws IOException {
        assertThat(server.answer("DescribeProcessingJob", "{\"ProcessingJobName\":\"summary\"}"))
                .satisfies(response -> assertThat(response.status()).isEqualTo(200))
                .satisfies(
                        response ->
                                assertThat(response.body())
                                        .contains("\"ProcessingJobStatus\":\"InProgress\"")
                                        .doesNotContain("ProcessingStartTime", "null"));
    }

    @ParameterizedTest
    @CsvSource({"missing", "detailed", "elsewhere"})
    void a_job_that_is_not_there_is_a_validation_error(String name) throws IOException {
        var response =
                server.answer(
                        "DescribeProcessingJob", "{\"ProcessingJobName\":\"%s\"}".formatted(name));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body())
                .isEqualTo(
                        "{\"__type\":\"ValidationException\",\"message\":"
                                + "\"Could not find requested job with name: "
                                + name
                                + "\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 1 validation error detected: Value null at 'processingJobName' failed to"
                        + " satisfy constraint: Member must not be null",
                "{'ProcessingJobName':null} | 1 validation error detected: Value null at"
                        + " 'processingJobName' failed to satisfy constraint: Member must not be"
                        + " null",
                "{'ProcessingJobName':'a_b'} | 1 validation error detected: Value 'a_b' at"
                        + " 'processingJobName' failed to satisfy constraint: Member must satisfy"
                        + " regular expression pattern: [a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
                "{'ProcessingJobName':'a-----------------------------------------------------------"
                        + "-----b'} | 1 validation error detected: Value 'a------------------------"
                        + "----------------------------------------b' at 'processingJobName' failed"
                        + " to satisfy constraint: Member must have length less than or equal to"
                        + " 63",
                "{'ProcessingJobName':''} | 2 validation errors detected: Value '' at"
                        + " 'processingJobName' failed to satisfy constraint: Member must have"
                        + " length greater than or equal to 1; Value '' at 'processingJobName'"
                        + " failed to satisfy constraint: Member must satisfy regular expression"
                        + " pattern: [a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}",
            })
    void a_name_that_breaks_a_constraint_is_refused_in_the_words_of_aws(String body, String message)
            throws IOException {
        var response = server.answer("DescribeProcessingJob", body.replace('\'', '"'));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body())
                .isEqualTo(
                        "{\"__type\":\"ValidationException\",\"message\":\"%s\"}"
                                .formatted(message));
    }

    @ParameterizedTest
    @CsvSource({
        "1, NUMBER_VALUE can not be converted to a String",
        "true, TRUE_VALUE can not be converted to a String",
        "[], Start of list found where not expected",
        "{}, Start of structure or map found where not expected.",
    })
    void a_name_of_another_type_is_refused_in_the_words_of_aws(String name, String message)
            throws IOException {
        var response =
                server.answer(
                        "DescribeProcessingJob", "{\"ProcessingJobName\":%s}".formatted(name));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body())
                .isEqualTo(
                        "{\"__type\":\"SerializationException\",\"Message\":\"%s\"}"
                                .formatted(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'ProcessingJobName':'x'} | on resource:"
                        + " arn:aws:sagemaker:us-east-1:111111111111:processing-job/x because",
                "{'ProcessingJobName':'_'} | sagemaker:DescribeProcessingJob because",
            })
    void a_missing_permission_names_the_job_and_comes_before_constraints(String body, String words)
            throws IOException {
        try (var signed = new SignedServer(Optional.empty())) {
            var request =
                    RequestDraft.listing()
                            .with("x-amz-target", "SageMaker.DescribeProcessingJob")
                            .withBody(body.replace('\'', '"'));

            assertThat(signed.answer(signer(EVE).sign(request)).body())
                    .contains(
                            "User: arn:aws:iam::111111111111:user/eve is not authorized to perform:"
                                    + " sagemaker:DescribeProcessingJob")
                    .contains(words)
                    .contains(
                            " because no identity-based policy allows the"
                                    + " sagemaker:DescribeProcessingJob action");
        }
    }
}
