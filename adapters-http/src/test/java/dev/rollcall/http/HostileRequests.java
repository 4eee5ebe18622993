package dev.rollcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/// Requests that no honest client sends, to one server over three jobs.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HostileRequests {

    TestServer server;

    @BeforeAll
    void start() throws IOException {
        server = TestServer.over(TestJobs.running(3));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /// In the form of AWS, on a connection that closes.
    static void assertError(RawClient.Response response, int status) {
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
