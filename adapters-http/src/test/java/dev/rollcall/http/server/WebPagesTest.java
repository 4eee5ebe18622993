package dev.rollcall.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.support.RawClient;
import dev.rollcall.http.support.ServedJobs;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

/// What a web page has a browser send to a server that asks for no signatures.
class WebPagesTest extends ServedJobs {

    private static final String HOST = "Host: 127.0.0.1";

    WebPagesTest() {
        super(25);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: 127.0.0.1\r\nOrigin: http://evil.example",
                "Host: 127.0.0.1\r\nOrigin: null"
            })
    void a_request_for_another_name_or_of_another_site_is_refused(String lines) throws IOException {
        try (var client = server.connect()) {
            assertRefused(client.send(TestServer.listing("{}").replace(HOST, lines)).receive());
            client.awaitClose();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "OPTIONS", "PUT"})
    void the_method_does_not_matter(String method) throws IOException {
        try (var client = server.connect()) {
            client.send(method + " /index.html HTTP/1.1\r\nHost: evil.example\r\n\r\n");
            assertRefused(client.receive());
        }
    }

    @Test
    void a_long_body_does_not_cost_the_client_its_answer() throws IOException {
        try (var client = server.connect()) {
            var body = " ".repeat(900_000);
            client.send(TestServer.listing(body).replace(HOST, "Host: evil.example"));
            assertRefused(client.receive());
        }
    }

    @Test
    void a_page_of_the_server_itself_is_answered() throws IOException {
        try (var client = server.connect()) {
            var origin = "Origin: http://127.0.0.1:" + server.port();
            var request = TestServer.listing("{}").replace(HOST, HOST + "\r\n" + origin);
            assertThat(client.send(request).receive().status()).isEqualTo(200);
        }
    }

    private static void assertRefused(RawClient.Response response) {
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).contains("--allow-host NAME").doesNotContain("job-0");
    }
}
