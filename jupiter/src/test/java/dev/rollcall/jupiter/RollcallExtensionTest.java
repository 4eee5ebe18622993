package dev.rollcall.jupiter;

import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

class RollcallExtensionTest {

    private static final String JOB =
            """
            {"ProcessingJobName":"one","RoleArn":"arn:aws:iam::123456789012:role/r",
             "AppSpecification":{"ImageUri":"image"},"ProcessingResources":{"ClusterConfig":{
               "InstanceCount":1,"InstanceType":"ml.m5.large","VolumeSizeInGB":1}}}
            """;

    @RegisterExtension private final RollcallExtension rollcall = new RollcallExtension();

    private String answer(String operation, String body) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(rollcall.endpoint())
                        .header("X-Amz-Target", "SageMaker." + operation)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    @RepeatedTest(2)
    void a_test_has_jobs_of_its_own() throws Exception {
        assertThat(answer("ListProcessingJobs", "{}")).isEqualTo("{\"ProcessingJobSummaries\":[]}");
        rollcall.add(job("left"));
    }

    @Test
    void a_job_completes_when_the_clock_is_put_forward() throws Exception {
        assertThat(answer("CreateProcessingJob", JOB)).contains(":processing-job/one\"");
        assertThat(answer("ListProcessingJobs", "{}")).contains("\"InProgress\"");
        rollcall.clock().advance(Duration.ofSeconds(5));
        assertThat(answer("ListProcessingJobs", "{}")).contains("\"Completed\"");
    }

    @Test
    void a_built_job_is_described() throws Exception {
        rollcall.add(job("built").detail("RoleArn", "\"role\""));
        assertThat(answer("DescribeProcessingJob", "{\"ProcessingJobName\":\"built\"}"))
                .contains("\"RoleArn\":\"role\"");
    }
}
