package dev.rollcall.http.awsjson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.support.HostileRequests;
import dev.rollcall.http.support.RawClient;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

/// Requests that name no operation of the server.
class UnknownOperationsTest extends HostileRequests {

    private static final String UNKNOWN_OPERATION =
            "{\"__type\":\"UnknownOperationException\",\"message\":\"The request names no operation"
                + " of this server. Send a POST request with one X-Amz-Target header, which must be"
                + " one of: SageMaker.ListProcessingJobs.\"}";
    private static final String TARGET = "X-Amz-Target: SageMaker.ListProcessingJobs\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW", "post"})
    void a_method_other_than_post_is_no_operation(String method) throws IOException {
        try (var client = server.connect()) {
            client.send(TestServer.listing("{}").replace("POST", method));
            assertUnknownOperation(client.receive());
            assertThat(client.send(TestServer.listing("{}")).receive().status()).isEqualTo(200);
        }
    }

    @Test
    void head_gets_the_headers_of_the_error_and_no_body() throws IOException {
        try (var client = server.connect()) {
            client.send("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            var response = client.receiveHead();
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.headers())
                    .containsEntry("content-length", UNKNOWN_OPERATION.length() + "")
                    .containsEntry("content-type", "application/x-amz-json-1.1")
                    .containsKey("x-amzn-requestid");
            assertThat(client.send(TestServer.listing("{}")).receive().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "X-Amz-Target:\r\n",
                "X-Amz-Target: ListProcessingJobs\r\n",
                "X-Amz-Target: SageMaker.\r\n",
                "X-Amz-Target: SageMaker.listProcessingJobs\r\n",
                "X-Amz-Target: sagemaker.ListProcessingJobs\r\n",
                "X-Amz-Target: SageMaker.List-Training-Jobs\r\n",
                "X-Amz-Target: SageMaker.ListTrainingJobs.\r\n",
                "X-Amz-Target: SageMakerRuntime.InvokeEndpoint\r\n",
                "X-Amz-Target: Other.ListProcessingJobs\r\n",
                "X-Amz-Target: \"SageMaker.ListProcessingJobs\"\r\n",
                TARGET + TARGET,
            })
    void a_target_that_is_not_exactly_an_operation_is_unknown(String target) throws IOException {
        try (var client = server.connect()) {
            assertUnknownOperation(
                    client.send(TestServer.listing("not JSON").replace(TARGET, target)).receive());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ListTrainingJobs", "CreateModel", "ListProcessingJobs2"})
    void an_operation_of_sagemaker_that_is_not_there_gets_the_words_of_sagemaker(String name)
            throws IOException {
        try (var client = server.connect()) {
            var target = TARGET.replace("ListProcessingJobs", name);
            var response = client.send(TestServer.listing("{}").replace(TARGET, target)).receive();

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.body())
                    .isEqualTo(
                            "{\"__type\":\"UnknownOperationException\",\"message\":\"The requested"
                                    + " operation is not supported in the called region.\"}");
        }
    }

    @Test
    void the_name_of_the_target_header_may_be_in_any_case() throws IOException {
        try (var client = server.connect()) {
            client.send(TestServer.listing("{}").replace("X-Amz-Target", "x-aMz-tARGET"));
            assertThat(client.receive().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONNECT localhost:1 HTTP/1.1\r\nHost: localhost:1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n",
            })
    void another_protocol_is_not_offered(String request) throws IOException {
        try (var client = server.connect()) {
            assertUnknownOperation(client.send(request).receive());
        }
    }

    private static void assertUnknownOperation(RawClient.Response response) {
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).isEqualTo(UNKNOWN_OPERATION);
    }
}
