package dev.rollcall.http.server;

import static dev.rollcall.http.support.TestJobs.namesIn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.support.ServedJobs;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

/// The forms in which a client may send a valid request.
class RequestFormsTest extends ServedJobs {

    RequestFormsTest() {
        super(25);
    }

    @Test
    void requests_that_are_pipelined_are_answered_in_turn() throws IOException {
        try (var client = server.connect()) {
            client.send(
                    TestServer.listing("{\"NameContains\":\"job-003\"}")
                            + TestServer.listing("{\"MaxResults\":0}")
                            + TestServer.listing("{\"NameContains\":\"job-007\"}"));
            assertThat(namesIn(client.receive().body())).containsExactly("job-003");
            assertThat(client.receive().status()).isEqualTo(400);
            assertThat(namesIn(client.receive().body())).containsExactly("job-007");
        }
    }

    @Test
    void a_body_may_come_in_chunks() throws IOException {
        var head = TestServer.chunkedHead();
        try (var client = server.connect()) {
            for (int request = 0; request < 2; request++) {
                client.send(head)
                        .send("2\r\n{\"\r\n")
                        .send("a\r\nNameContai\r\n10;x=y\r\nns\" : \"job-007\"}\r\n0\r\n\r\n");
                assertThat(namesIn(client.receive().body())).containsExactly("job-007");
            }
        }
    }

    @Test
    void a_client_that_asks_before_it_sends_the_body_gets_100() throws IOException {
        try (var client = server.connect()) {
            client.send(
                    TestServer.listingHead(2).replace("Host:", "Expect: 100-continue\r\nHost:"));
            assertThat(client.receiveHead().status()).isEqualTo(100);
            assertThat(client.send("{}").receive().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "//", "/a/../b", "/%2e/x%2Fy", "/%ff", "/a;b?c=%zz", "/{}"})
    void the_path_does_not_matter(String path) throws IOException {
        try (var client = server.connect()) {
            var request = TestServer.listing("{}").replace("POST / ", "POST " + path + " ");
            assertThat(client.send(request).receive().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Type: text/html", "Content-Type: nonsense;;", "Accept: a/b"})
    void the_type_of_the_content_does_not_matter(String header) throws IOException {
        try (var client = server.connect()) {
            var request =
                    TestServer.listing("{}")
                            .replace("Content-Type: application/x-amz-json-1.1", header);
            var response = client.send(request).receive();
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.headers())
                    .containsEntry("content-type", "application/x-amz-json-1.1");
        }
    }
}
