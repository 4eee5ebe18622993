package dev.rollcall.http;

import static dev.rollcall.http.support.TestJobs.namesIn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.http.support.TestJobs;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.regex.Pattern;

/// A server that lists the newest jobs first if a request names no order.
class DefaultSortOrderTest {

    private static final Pattern NEXT_TOKEN = Pattern.compile("\"NextToken\":\"([^\"]+)\"");

    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.over(TestJobs.running(3), SortOrder.DESCENDING);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String firstToken() throws IOException {
        var token = NEXT_TOKEN.matcher(server.list("{\"MaxResults\":1}").body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static String resume(String token, String more) {
        return "{\"NextToken\":\"%s\"%s}".formatted(token, more);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"SortOrder\":null}", "{\"SortBy\":\"Name\"}"})
    void a_request_without_an_order_gets_the_servers(String request) throws IOException {
        assertThat(namesIn(server.list(request).body()))
                .containsExactly("job-002", "job-001", "job-000");
    }

    @Test
    void an_order_that_a_request_names_counts() throws IOException {
        assertThat(namesIn(server.list("{\"SortOrder\":\"Ascending\"}").body()))
                .containsExactly("job-000", "job-001", "job-002");
        assertThat(server.list("{\"SortOrder\":\"\"}").body()).contains("ValidationException");
    }

    @Test
    void a_token_is_bound_to_the_order_that_its_listing_had() throws IOException {
        String token = firstToken();

        for (String order : new String[] {"", ",\"SortOrder\":\"Descending\""}) {
            assertThat(namesIn(server.list(resume(token, order)).body()))
                    .containsExactly("job-001", "job-000");
        }
        assertThat(server.list(resume(token, ",\"SortOrder\":\"Ascending\"")).body())
                .contains("Invalid pagination token");
    }

    @Test
    void a_token_of_a_server_with_another_default_is_refused() throws IOException {
        String token = firstToken();
        try (var other = TestServer.over(TestJobs.running(3), SortOrder.ASCENDING)) {
            assertThat(other.list(resume(token, "")).body()).contains("Invalid pagination token");
            assertThat(namesIn(other.list(resume(token, ",\"SortOrder\":\"Descending\"")).body()))
                    .containsExactly("job-001", "job-000");
        }
    }
}
