package dev.rollcall.http.awsjson;

import static dev.rollcall.http.support.TestKeys.EVE;
import static dev.rollcall.http.support.TestKeys.signer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobDetail;
import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.http.support.RawClient;
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
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListTagsOperationTest {

    private static final String ARN =
            "arn:aws:sagemaker:us-east-1:123456789012:processing-job/tagged";

    private TestServer server;

    @BeforeAll
    void start() throws IOException {
        var job = TestJobs.running("tagged");
        var tags = new JobDetail(job.lastModifiedTime(), "[{\"Key\":\"team\",\"Value\":\"x\"}]");
        var details = new JobDetails(Map.of("Tags", tags));
        server =
                TestServer.describing(
                        new JobDescription(job, details),
                        new JobDescription(TestJobs.running("plain")),
                        new JobDescription(TestJobs.running("elsewhere", "eu-west-1"), details));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private RawClient.Response tags(String body) throws IOException {
        return server.answer("ListTags", body.replace('\'', '"').replace("<arn>", ARN));
    }

    private void assertRefused(String body, String message) throws IOException {
        var response = tags(body);
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body().replace("\\\"", "'"))
                .isEqualTo(
                        "{\"__type\":\"ValidationException\",\"message\":\"%s\"}"
                                .formatted(message.replace("<arn>", ARN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'MaxResults':50", ",'MaxResults':2147483647", ",'NextToken':''"})
    void the_tags_that_a_record_brought_are_one_page(String more) throws IOException {
        var response = tags("{'ResourceArn':'<arn>'" + more + "}");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"Tags\":[{\"Key\":\"team\",\"Value\":\"x\"}]}");
    }

    @Test
    void a_job_without_tags_has_an_empty_list() throws IOException {
        assertThat(tags("{'ResourceArn':'<arn>'}".replace("<arn>", ARN.replace("tagged", "plain"))))
                .satisfies(response -> assertThat(response.status()).isEqualTo(200))
                .satisfies(response -> assertThat(response.body()).isEqualTo("{\"Tags\":[]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:sagemaker:us-east-1:123456789012:processing-job/missing",
                "arn:aws:sagemaker:us-east-1:123456789012:processing-job/TAGGED",
                "arn:aws:sagemaker:eu-west-1:123456789012:processing-job/elsewhere",
                "arn:aws:sagemaker:us-east-1:999999999999:processing-job/tagged",
                "arn:aws:sagemaker:us-east-1:123456789012:training-job/tagged",
                "arn:aws-cn:sagemaker:us-east-1:123456789012:processing-job/tagged",
            })
    void an_arn_of_no_job_of_the_caller_is_a_validation_error(String arn) throws IOException {
        assertRefused(
                "{'ResourceArn':'%s'}".formatted(arn),
                "Could not find requested resource with ARN: " + arn);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | 1 validation error detected: Value null at 'resourceArn' failed to satisfy"
                        + " constraint: Member must not be null",
                "{'ResourceArn':''} | 1 validation error detected: Value '' at 'resourceArn' failed"
                        + " to satisfy constraint: Member must satisfy regular expression pattern:"
                        + " arn:aws[a-z-]*:sagemaker:[a-z0-9-]*:[0-9]{12}:.+",
                "{'ResourceArn':'<arn>','NextToken':'x'} | Invalid pagination token because '{0}'.",
                "{'MaxResults':49,'ResourceArn':'<arn>'} | 1 validation error detected: Value '49'"
                        + " at 'maxResults' failed to satisfy constraint: Member must have value"
                        + " greater than or equal to 50",
                "{'MaxResults':0,'NextToken':'\\n"
                    + "'} | 3 validation errors detected: Value null at 'resourceArn' failed to"
                    + " satisfy constraint: Member must not be null; Value '\\n"
                    + "' at 'nextToken' failed to satisfy constraint: Member must satisfy regular"
                    + " expression pattern: .*; Value '0' at 'maxResults' failed to satisfy"
                    + " constraint: Member must have value greater than or equal to 50",
            })
    void what_breaks_a_constraint_is_refused_in_the_words_of_aws(String body, String message)
            throws IOException {
        assertRefused(body, message);
    }

    @Test
    void an_arn_and_a_token_have_a_greatest_length() throws IOException {
        String arn = ARN + "x".repeat(257 - ARN.length());
        assertRefused(
                "{'ResourceArn':'%s'}".formatted(arn),
                "1 validation error detected: Value '%s' at 'resourceArn' failed to satisfy"
                                .formatted(arn)
                        + " constraint: Member must have length less than or equal to 256");
        String token = "x".repeat(8193);
        assertRefused(
                "{'ResourceArn':'<arn>','NextToken':'%s'}".formatted(token),
                "1 validation error detected: Value '%s' at 'nextToken' failed to satisfy"
                                .formatted(token)
                        + " constraint: Member must have length less than or equal to 8192");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'ResourceArn':1} | NUMBER_VALUE can not be converted to a String",
                "{'NextToken':[]} | Start of list found where not expected",
                "{'MaxResults':'50'} | STRING_VALUE can not be converted to an Integer",
            })
    void what_is_of_another_type_is_refused_in_the_words_of_aws(String body, String message)
            throws IOException {
        assertThat(tags(body).body())
                .isEqualTo(
                        "{\"__type\":\"SerializationException\",\"Message\":\"%s\"}"
                                .formatted(message));
    }

    @Test
    void a_missing_permission_names_the_resource() throws IOException {
        try (var signed = new SignedServer(Optional.empty())) {
            var request =
                    RequestDraft.listing()
                            .with("x-amz-target", "SageMaker.ListTags")
                            .withBody("{\"ResourceArn\":\"%s\"}".formatted(ARN));

            assertThat(signed.answer(signer(EVE).sign(request)).body())
                    .contains(
                            "not authorized to perform: sagemaker:ListTags on resource: "
                                    + ARN
                                    + " because no identity-based policy allows the"
                                    + " sagemaker:ListTags action");
        }
    }
}
