package dev.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsTest {

    private static final String UNKNOWN_OPERATION = "{\"__type\":\"UnknownOperationException\"}";
    private static final String TARGET = "X-Amz-Target: SageMaker.ListProcessingJobs\r\n";

    private TestServer server;

    @BeforeAll
    void start() throws IOException {
        server = TestServer.over(TestJobs.running(3));
    }

    @AfterAll
    void stop() {
        server.close();
    }

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
                "X-Amz-Target: SageMaker.ListProcessingJobs2\r\n",
                "X-Amz-Target: SageMaker.ListTrainingJobs\r\n",
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

    @Test
    void the_name_of_the_target_header_may_be_in_any_case() throws IOException {
        try (var client = server.connect()) {
            client.send(TestServer.listing("{}").replace("X-Amz-Target", "x-aMz-tARGET"));
            assertThat(client.receive().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no request at all | 400",
                "POST | 400",
                "POST / | 505",
                "POST / HTTP/1.1 | 400",
                "POST / HTTP/1.1~Host: a~Host: b | 400",
                "POST / HTTP/1.1~Host: a~Host: a | 400",
                "POST / HTTP/1.1~Host: | 400",
                "POST / HTTP/1.1~Host: a b | 400",
                "POST / HTTP/1.1~Host: a:99999999 | 400",
                "POST http://b/ HTTP/1.1~Host: a | 400",
                "POST / HTTP/1.1~Host: a~X: 1~ folded | 400",
                "POST / HTTP/1.1~Host: a~X: NUL | 400",
                "POST / HTTP/1.1~Host: a~X NUL: 1 | 400",
                "POST / HTTP/1.1~Host: a~no colon | 400",
                "POST / HTTP/1.1~Host: a~X : 1 | 400",
                "POST / HTTP/1.1~Host: a~: 1 | 400",
                "POST / HTTP/1.1~Host: a~Content-Length: +191 | 400",
                "POST / HTTP/1.1~Host: a~Content-Length: -1 | 400",
                "POST / HTTP/1.1~Host: a~Content-Length: 0x10 | 400",
                "POST / HTTP/1.1~Host: a~Content-Length: 99999999999999999999 | 400",
                "POST / HTTP/1.1~Host: a~Content-Length: 1~Content-Length: 2 | 400",
                "POST / HTTP/1.1~Host: a~Content-Length: 1~Transfer-Encoding: chunked | 400",
                "POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked, gzip | 400",
                "POST / HTTP/1.1~Host: a~Expect: miracles | 417",
                "POST / HTTP/3.7~Host: a | 505",
                "POST /%zz HTTP/1.1~Host: a | 400",
                "POST /../a HTTP/1.1~Host: a | 400",
                "POST /a%00 HTTP/1.1~Host: a | 400",
                "POST * HTTP/1.1~Host: a | 400",
                "POST a/b HTTP/1.1~Host: a | 400",
                "PRI * HTTP/2.0 | 426",
            })
    void a_head_that_breaks_http_is_refused_in_the_form_of_aws(String head, int status)
            throws IOException {
        try (var client = server.connect()) {
            client.send(head.replace("~", "\r\n").replace("NUL", "\u0000") + "\r\n\r\n");
            assertError(client.receive(), status);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n",
            })
    void another_protocol_is_not_offered(String request) throws IOException {
        try (var client = server.connect()) {
            assertUnknownOperation(client.send(request).receive());
        }
    }

    @Test
    void bare_line_feeds_are_refused() throws IOException {
        try (var client = server.connect()) {
            client.send("POST / HTTP/1.1\nHost: a\n\n");
            assertError(client.receive(), 400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10000000000000000\r\n",
                "-5\r\n",
                "x\r\n",
                "\r\n",
                "2 x\r\n",
                "2\n{}\n0\n\n",
                "2\r\n{}x\r\n",
            })
    void a_chunk_that_breaks_http_is_refused(String chunk) throws IOException {
        var head = TestServer.chunkedHead();
        try (var client = server.connect()) {
            client.send(head + chunk);
            assertError(client.receive(), 400);
            client.awaitClose();
        }
    }

    @Test
    void a_head_may_have_16_kib() throws IOException {
        assertHead("X: " + "x".repeat(15 * 1024), 200);
        assertHead("X: " + "x".repeat(17 * 1024), 431);
        assertHead("X: " + "x".repeat(64 * 1024), 431);
        assertHead("X: 1\r\n".repeat(6 * 1024) + "Y: 1", 431);
    }

    private void assertHead(String headers, int status) throws IOException {
        try (var client = server.connect()) {
            client.sendWhileOpen(
                    TestServer.listing("{}")
                            .replace("Host:", headers + "\r\nHost:")
                            .getBytes(StandardCharsets.US_ASCII));
            var response = client.receive();
            assertThat(response.status()).isEqualTo(status);
            if (status != 200) {
                assertError(response, status);
            }
        }
    }

    @Test
    void a_longer_uri_is_refused() throws IOException {
        try (var client = server.connect()) {
            client.send("POST /" + "x".repeat(17 * 1024) + " HTTP/1.1\r\nHost: a\r\n\r\n");
            assertError(client.receive(), 414);
        }
    }

    @Test
    void a_body_may_have_1_mib() throws IOException {
        var largest = "{}" + " ".repeat(1024 * 1024 - 2);
        assertThat(server.list(largest).status()).isEqualTo(200);
        assertTooLarge(server.list(largest + " "));
        assertTooLarge(server.list(largest.repeat(8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1048577", "20000000000", "9223372036854775807"})
    void a_body_that_is_announced_too_large_is_not_waited_for(String length) throws IOException {
        try (var client = server.connect()) {
            client.send(TestServer.listingHead(0).replace("h: 0", "h: " + length));
            assertTooLarge(client.receive());
        }
        try (var client = server.connect()) {
            client.send(
                    TestServer.listingHead(0)
                            .replace("h: 0", "h: " + length + "\r\nExpect: 100-continue"));
            assertTooLarge(client.receive());
            assertThat(client.receiveAll()).isEmpty();
        }
    }

    @Test
    void a_body_in_chunks_is_refused_when_it_grows_too_large() throws IOException {
        var head = TestServer.chunkedHead();
        var chunk = "2000\r\n" + " ".repeat(0x2000) + "\r\n";
        try (var client = server.connect()) {
            client.send(head + chunk.repeat(127) + "2000\r\n{}" + " ".repeat(0x1ffe) + "\r\n");
            client.send("0\r\n\r\n");
            assertThat(client.receive().status()).isEqualTo(200);
        }
        try (var client = server.connect()) {
            client.send(head + chunk.repeat(129) + "0\r\n\r\n");
            assertTooLarge(client.receive());
        }
        try (var client = server.connect()) {
            client.send(head + "7fffffff\r\n" + chunk.repeat(200));
            assertTooLarge(client.receive());
        }
    }

    @Test
    void a_body_is_bounded_before_anything_else_is_looked_at() throws IOException {
        try (var client = server.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\n\r\n");
            assertTooLarge(client.receive());
        }
    }

    @Test
    void a_client_of_http_1_0_is_answered() throws IOException {
        try (var client = server.connect()) {
            client.send(TestServer.listing("{}").replace("HTTP/1.1", "HTTP/1.0"));
            assertThat(client.receive().status()).isEqualTo(200);
            client.awaitClose();
        }
    }

    @Test
    void a_client_that_leaves_in_the_middle_of_a_body_harms_nobody() throws IOException {
        try (var client = server.connect()) {
            client.send(TestServer.listingHead(100) + "{");
        }
        assertThat(server.list("{}").status()).isEqualTo(200);
    }

    @Test
    void no_bytes_whatever_bring_html_a_stack_trace_or_a_500() throws IOException {
        long seed = 20240506;
        var random = new Random(seed);
        for (int run = 0; run < 1000; run++) {
            byte[] request = mutate(random, TestServer.listing("{\"MaxResults\":1}"));
            try (var client = server.connect()) {
                // The second request ends a body that the first one's mutation left open.
                client.send(request)
                        .send("}\r\n\r\n0\r\n\r\n")
                        .sendWhileOpen("x".repeat(64).getBytes(StandardCharsets.US_ASCII));
                client.finish();
                for (var response : client.receiveAll()) {
                    assertThat(response.status())
                            .as("seed %s, run %s", seed, run)
                            .satisfiesAnyOf(
                                    status -> assertThat(status).isBetween(100, 499),
                                    status -> assertThat(status).isEqualTo(505));
                    assertThat(response.body().toLowerCase(Locale.ROOT))
                            .as("seed %s, run %s", seed, run)
                            .doesNotContain("<html", "exception:", "\tat ", ".java");
                    assertThat(response.headers())
                            .as("seed %s, run %s", seed, run)
                            .containsEntry("content-type", "application/x-amz-json-1.1")
                            .containsKey("x-amzn-requestid");
                }
            }
        }
    }

    private static byte[] mutate(Random random, String request) {
        var bytes = new StringBuilder(request);
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(bytes.length());
            switch (random.nextInt(4)) {
                case 0 -> bytes.setCharAt(at, (char) random.nextInt(256));
                case 1 -> bytes.insert(at, (char) random.nextInt(128));
                case 2 -> bytes.deleteCharAt(at);
                default -> {
                    int end = random.nextInt(at, bytes.length());
                    bytes.insert(at, bytes.substring(at, end));
                }
            }
        }
        return bytes.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void assertUnknownOperation(RawClient.Response response) {
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).isEqualTo(UNKNOWN_OPERATION);
    }

    private static void assertTooLarge(RawClient.Response response) {
        assertError(response, 413);
        assertThat(response.body())
                .isEqualTo(
                        "{\"__type\":\"RequestEntityTooLargeException\",\"message\":"
                                + "\"The request body is longer than 1048576 bytes.\"}");
    }

    private static void assertError(RawClient.Response response, int status) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body()).matches("\\{\"__type\":\"[A-Za-z]+\"(,\"message\":\".+\")?}");
        assertThat(response.headers())
                .containsOnlyKeys(
                        "date",
                        "x-amzn-requestid",
                        "content-type",
                        "content-length",
                        "connection")
                .containsEntry("content-type", "application/x-amz-json-1.1")
                .containsEntry("connection", "close");
    }
}
