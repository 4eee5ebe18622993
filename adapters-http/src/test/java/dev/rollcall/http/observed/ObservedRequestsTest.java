package dev.rollcall.http.observed;

import static dev.rollcall.http.support.TestKeys.signed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.access.Access;
import dev.rollcall.http.access.RefusalReason;
import dev.rollcall.http.observed.AnsweredRequest.Outcome;
import dev.rollcall.http.support.RawClient;
import dev.rollcall.http.support.TestJobs;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What an observer is told of requests.
class ObservedRequestsTest {

    private final BlockingQueue<AnsweredRequest> answered = new LinkedBlockingQueue<>();

    private AnsweredRequest next() throws InterruptedException {
        var request = answered.poll(30, TimeUnit.SECONDS);
        assertThat(request).as("a request that was answered").isNotNull();
        return request;
    }

    @Test
    void a_page_is_told_with_the_identifier_that_the_client_got() throws Exception {
        try (var server =
                TestServer.observed(TestJobs.running(3), TestServer.OPEN, answered::add)) {
            RawClient.Response response = server.list("{\"MaxResults\":2}");

            var request = next();
            assertThat(request.id()).isEqualTo(response.headers().get("x-amzn-requestid"));
            assertThat(request.status()).isEqualTo(200);
            assertThat(request.outcome()).isEqualTo(Outcome.OK);
            assertThat(request.notes().operation()).isEqualTo("ListProcessingJobs");
            assertThat(request.notes().items()).isEqualTo(2);
            assertThat(request.notes().page()).contains(new RequestNotes.PageNote(2, 2, false));
            assertThat(answered).isEmpty();
        }
    }

    @Test
    void requests_that_fail_are_told_too() throws Exception {
        try (var server =
                TestServer.observed(TestJobs.running(1), TestServer.OPEN, answered::add)) {
            server.list("{\"NextToken\":\"x\"}");
            assertThat(next().notes().tokenRefusal()).isPresent();

            server.answer("Nothing", "{}");
            var unknown = next();
            assertThat(unknown.outcome()).isEqualTo(Outcome.INVALID);
            assertThat(unknown.notes().operation()).isEqualTo(RequestNotes.NO_OPERATION);

            brokenHttp(server);
            assertThat(next().status()).isEqualTo(400);
        }
    }

    private static void brokenHttp(TestServer server) throws IOException {
        try (var client = server.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n").receive();
        }
    }

    @Test
    void the_key_of_a_refused_signature_is_told_with_the_reason() throws Exception {
        // Its clock is not that of the signature, so this is what is refused first.
        var access =
                new Access.Signed(
                        _ -> Optional.empty(), Access.Signed.DEFAULT_SKEW, Optional.empty());
        try (var server = TestServer.observed(List.of(), access, answered::add);
                var client = server.connect()) {
            client.send(signed().onWire()).receive();

            var request = next();
            assertThat(request.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(request.notes().keyId()).contains("AKIDADA");
            assertThat(request.notes().refusal().orElseThrow().reason())
                    .isEqualTo(RefusalReason.CLOCK);
        }
    }
}
