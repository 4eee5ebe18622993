package dev.rollcall.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.support.HostileRequests;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

/// Requests that are not valid HTTP, or only just.
class BrokenHttpTest extends HostileRequests {

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
    void a_malformed_head_is_refused_in_the_form_of_aws(String head, int status)
            throws IOException {
        try (var client = server.connect()) {
            client.send(head.replace("~", "\r\n").replace("NUL", "\u0000") + "\r\n\r\n");
            assertError(client.receive(), status);
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
    void a_malformed_chunk_is_refused(String chunk) throws IOException {
        var head = TestServer.chunkedHead();
        try (var client = server.connect()) {
            client.send(head + chunk);
            assertError(client.receive(), 400);
            client.awaitClose();
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
    void a_client_that_leaves_in_the_middle_of_a_body_affects_no_other() throws IOException {
        try (var client = server.connect()) {
            client.send(TestServer.listingHead(100) + "{");
        }
        assertThat(server.list("{}").status()).isEqualTo(200);
    }
}
