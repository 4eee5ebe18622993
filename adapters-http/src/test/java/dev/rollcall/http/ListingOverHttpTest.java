package dev.rollcall.http;

import static dev.rollcall.http.support.TestJobs.namesIn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.support.TestJobs;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The responses of a listing, and what its requests ask for.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListingOverHttpTest {

    private static final Pattern NEXT_TOKEN = Pattern.compile("\"NextToken\":\"([^\"]+)\"");

    private TestServer server;

    @BeforeAll
    void start() throws IOException {
        var jobs = new ArrayList<>(TestJobs.running(25));
        jobs.add(TestJobs.failed("broken", "exit \"1\"\n", "no 🦖\u0001\u007f\u009b\u202e left"));
        jobs.add(TestJobs.running("elsewhere", "eu-west-1"));
        server = TestServer.over(jobs);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void a_page_has_its_members_in_alphabetical_order() throws IOException {
        assertThat(server.list("{\"NameContains\":\"broken\"}").body())
                .isEqualTo(
                        """
                        {"ProcessingJobSummaries":[{\
                        "CreationTime":1.62324174E9,\
                        "ExitMessage":"exit \\"1\\"\\n",\
                        "FailureReason":"no 🦖\\u0001\\u007F\\u009B\\u202E left",\
                        "LastModifiedTime":1.62324183013E9,\
                        "ProcessingEndTime":1.62324183E9,\
                        "ProcessingJobArn":\
                        "arn:aws:sagemaker:us-east-1:123456789012:processing-job/broken",\
                        "ProcessingJobName":"broken",\
                        "ProcessingJobStatus":"Failed"}]}\
                        """);
    }

    @Test
    void absent_members_are_left_out_and_a_token_comes_first() throws IOException {
        var body = server.list("{\"MaxResults\":1,\"NameContains\":\"job-\"}").body();

        assertThat(body)
                .matches("\\{\"NextToken\":\"[A-Za-z0-9_-]+\",\"ProcessingJobSummaries\":.*")
                .endsWith(
                        """
                        [{"CreationTime":1.62324174E9,\
                        "LastModifiedTime":1.62324174E9,\
                        "ProcessingJobArn":\
                        "arn:aws:sagemaker:us-east-1:123456789012:processing-job/job-000",\
                        "ProcessingJobName":"job-000",\
                        "ProcessingJobStatus":"InProgress"}]}\
                        """);
    }

    @Test
    void an_empty_token_asks_for_the_first_page() throws IOException {
        assertThat(server.list("{\"NextToken\":\"\",\"NameContains\":\"job-00\"}").body())
                .isEqualTo(server.list("{\"NameContains\":\"job-00\"}").body());
    }

    @Test
    void a_page_without_jobs_has_an_empty_list() throws IOException {
        assertThat(server.list("{\"NameContains\":\"nothing\"}").body())
                .isEqualTo("{\"ProcessingJobSummaries\":[]}");
    }

    @Test
    void a_response_has_the_headers_of_aws_and_no_others() throws IOException {
        var response = server.list("{}");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers())
                .containsOnlyKeys("date", "x-amzn-requestid", "content-type", "content-length")
                .containsEntry("content-type", "application/x-amz-json-1.1");
        assertThat(response.head())
                .containsPattern(
                        "x-amzn-RequestId: [0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-"
                                + "[0-9a-f]{12}");
    }

    @Test
    void no_two_requests_have_the_same_id() throws IOException {
        assertThat(server.list("{}").headers().get("x-amzn-requestid"))
                .isNotEqualTo(server.list("{}").headers().get("x-amzn-requestid"));
    }

    @Test
    void a_walk_over_one_connection_sees_every_job_once() throws IOException {
        List<String> names = new ArrayList<>();
        try (var client = server.connect()) {
            String body = client.send(TestServer.listing("{\"SortBy\":\"Name\"}")).receive().body();
            names.addAll(namesIn(body));
            Matcher next = NEXT_TOKEN.matcher(body);
            while (next.find()) {
                body =
                        client.send(
                                        TestServer.listing(
                                                "{\"SortBy\":\"Name\",\"MaxResults\":8,"
                                                        + "\"NextToken\":\"%s\"}"
                                                                .formatted(next.group(1))))
                                .receive()
                                .body();
                names.addAll(namesIn(body));
                next = NEXT_TOKEN.matcher(body);
            }
        }
        assertThat(names).hasSize(26).doesNotHaveDuplicates().startsWith("broken", "job-000");
    }

    @Test
    void the_region_is_the_one_that_the_client_signed_for() throws IOException {
        var request =
                """
                POST / HTTP/1.1
                Host: localhost
                X-Amz-Target: SageMaker.ListProcessingJobs
                Authorization: AWS4-HMAC-SHA256 \
                Credential=AKID/20240506/eu-west-1/sagemaker/aws4_request, \
                SignedHeaders=host;x-amz-date, Signature=0
                Content-Length: 2

                {}\
                """
                        .replace("\n", "\r\n");
        try (var client = server.connect()) {
            assertThat(namesIn(client.send(request).receive().body())).containsExactly("elsewhere");
        }
    }

    @Test
    void all_filters_and_orders_reach_the_listing() throws IOException {
        var body =
                server.list(
                                """
                                {"CreationTimeAfter":1623241739.999,\
                                "CreationTimeBefore":1623241741,\
                                "LastModifiedTimeAfter":1.6232417e9,\
                                "LastModifiedTimeBefore":1.7E9,"SortOrder":"Descending",\
                                "StatusEquals":"InProgress","MaxResults":2,"SortBy":"Status"}\
                                """)
                        .body();
        assertThat(namesIn(body)).containsExactly("job-024", "job-023");
        assertThat(namesIn(server.list("{\"CreationTimeAfter\":1623241740}").body())).isEmpty();
        assertThat(namesIn(server.list("{\"CreationTimeBefore\":1623241740}").body())).isEmpty();
        assertThat(namesIn(server.list("{\"LastModifiedTimeAfter\":1623241740}").body()))
                .containsExactly("broken");
        assertThat(namesIn(server.list("{\"LastModifiedTimeBefore\":1623241740.001}").body()))
                .hasSize(10)
                .doesNotContain("broken");
    }

    @Test
    void a_time_too_great_for_seconds_before_the_year_10000_is_of_milliseconds()
            throws IOException {
        assertThat(namesIn(server.list("{\"CreationTimeAfter\":1623241739999}").body()))
                .isNotEmpty();
        assertThat(namesIn(server.list("{\"CreationTimeAfter\":1623241740000}").body())).isEmpty();
    }
}
