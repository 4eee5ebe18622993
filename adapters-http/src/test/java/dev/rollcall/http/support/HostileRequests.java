package dev.rollcall.http.support;

import static org.assertj.core.api.Assertions.assertThat;

/// Tests that send requests which no real client sends, to a server with three jobs.
public abstract class HostileRequests extends ServedJobs {

    protected HostileRequests() {
        super(3);
    }

    /// In the form of AWS, on a connection that closes.
    protected static void assertError(RawClient.Response response, int status) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body()).matches("\\{\"__type\":\"[A-Za-z]+\",\"message\":\".+\"}");
        assertThat(response.headers())
                .containsOnlyKeys(
                        "date", "x-amzn-requestid", "content-type", "content-length", "connection")
                .containsEntry("content-type", "application/x-amz-json-1.1")
                .containsEntry("connection", "close");
    }
}
