package dev.rollcall.http.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.http.support.RawClient;
import dev.rollcall.http.support.SignedServer;
import dev.rollcall.http.support.TestJobs;
import dev.rollcall.http.support.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// The files of the console as they are served, and what is not served in their place.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleFilesTest {

    private static final String NO_OPERATION = "\"__type\":\"UnknownOperationException\"";

    private TestServer server;

    @BeforeAll
    void start() throws IOException {
        server = TestServer.over(TestJobs.running(3));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static String request(String method, String path, String headers) {
        return "%s %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n".formatted(method, path, headers);
    }

    private RawClient.Response get(String path, String headers) throws IOException {
        try (var client = server.connect()) {
            return client.send(request("GET", path, headers)).receive();
        }
    }

    private RawClient.Response head(String method, String path, String headers) throws IOException {
        try (var client = server.connect()) {
            return client.send(request(method, path, headers)).receiveHead();
        }
    }

    @Test
    void the_page_lets_in_nothing_from_elsewhere_and_nothing_inline() throws IOException {
        var response = get("/console/", "");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).startsWith("<!doctype html>");
        assertThat(response.headers())
                .containsEntry("content-type", "text/html;charset=utf-8")
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("referrer-policy", "no-referrer")
                .doesNotContainKeys("content-encoding", "server", "set-cookie");
        assertThat(response.headers().get("content-security-policy"))
                .startsWith("default-src 'none';")
                .contains("script-src 'self';", "style-src 'self';", "connect-src 'self';")
                .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'")
                .doesNotContain("unsafe", "http", "*", "data:");
        assertThat(response.body()).doesNotContain("<style", "style=", "://");
        assertThat(response.body()).doesNotContainPattern("\\son\\w+=");
    }

    /// A file that is added to the resources and not to the list would be missed by the browser
    /// only.
    @Test
    void every_file_of_the_console_is_served() throws IOException {
        var resources = Path.of("src/main/resources/dev/rollcall/http/console");
        try (Stream<Path> files = Files.list(resources)) {
            assertThat(ConsoleFile.all().stream().map(ConsoleFile::path))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> "/console/" + file.getFileName())
                                    .map(path -> path.replace("index.html", ""))
                                    .toList());
        }
    }

    @Test
    void a_browser_that_has_a_file_is_told_that_it_is_still_good() throws IOException {
        String tag = get("/console/main.js", "").headers().get("etag");
        var again = head("GET", "/console/main.js", "If-None-Match: \"other\", " + tag + "\r\n");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.headers())
                .containsEntry("etag", tag)
                .containsEntry("cache-control", "no-cache")
                .containsEntry("vary", "Accept-Encoding")
                .containsKey("content-security-policy");
        assertThat(head("GET", "/console/main.js", "If-None-Match: W/" + tag + "\r\n").status())
                .isEqualTo(304);
        assertThat(get("/console/main.js", "If-None-Match: \"other\"\r\n").status()).isEqualTo(200);
    }

    @Test
    void files_are_compressed_for_whoever_can_read_that() throws Exception {
        var plain = get("/console/console.css", "Accept-Encoding: gzip;q=0, br\r\n");
        assertThat(plain.headers()).doesNotContainKey("content-encoding");
        try (var http = HttpClient.newHttpClient()) {
            var address = URI.create("http://127.0.0.1:" + server.port() + "/console/console.css");
            var response =
                    http.send(
                            HttpRequest.newBuilder(address)
                                    .header("Accept-Encoding", "br, gzip;q=0.5")
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.headers().firstValue("content-encoding")).contains("gzip");
            assertThat(response.headers().firstValue("etag").orElseThrow())
                    .isNotEqualTo(plain.headers().get("etag"));
            assertThat(response.body()).hasSizeLessThan(plain.body().length() / 2);
            var unzipped = new GZIPInputStream(new ByteArrayInputStream(response.body()));
            assertThat(unzipped).hasContent(plain.body());
        }
    }

    @Test
    void head_answers_as_get_does_without_the_file() throws IOException {
        try (var client = server.connect()) {
            var head = client.send(request("HEAD", "/console/icon.svg", "")).receiveHead();
            assertThat(head.status()).isEqualTo(200);
            var get = client.send(request("GET", "/console/icon.svg", "")).receive();
            assertThat(get.headers()).containsAllEntriesOf(head.headers());
            assertThat(get.headers()).containsEntry("content-type", "image/svg+xml");
        }
    }

    @Test
    void a_query_belongs_to_the_page_and_changes_no_file() throws IOException {
        assertThat(get("/console/?StatusEquals=Failed", "").body()).startsWith("<!doctype html>");
    }

    @Test
    void who_forgets_the_last_slash_is_led_there() throws IOException {
        var response = get("/console", "");
        assertThat(response.status()).isEqualTo(308);
        assertThat(response.headers()).containsEntry("location", "/console/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "//console/",
                "/console//",
                "/console/.",
                "/./console/",
                "/x/../console/",
                "/console/../console/",
                "/%63onsole/",
                "/console%2F",
                "/console/;a=b",
                "/console;a=b/",
                "/Console/",
                "/console/index.html",
                "/console/nothing.js",
                "/console/../../RollcallServer.class",
                "/console/%2e%2e/ConsoleHandler.class",
                "/console/main.js/",
                "/console\\main.js",
                "/console/main.js%00"
            })
    void every_other_path_gets_the_error_that_it_always_got(String path) throws IOException {
        var response = get(path, "");
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.headers()).containsEntry("content-type", "application/x-amz-json-1.1");
        assertThat(response.body()).doesNotContain("<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "get"})
    void every_other_method_gets_the_error_that_it_always_got(String method) throws IOException {
        try (var client = server.connect()) {
            var response =
                    client.send(request(method, "/console/", "Content-Length: 0\r\n")).receive();
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.body()).contains(NO_OPERATION);
        }
    }

    /// The paths that SECURITY.md lists as open, and no others.
    @Test
    void the_files_need_no_signature_and_say_nothing_of_any_job() throws IOException {
        try (var signed = new SignedServer(Optional.empty())) {
            for (var file : ConsoleFile.all()) {
                try (var client = signed.connect()) {
                    var response = client.send(request("GET", file.path(), "")).receive();
                    assertThat(response.status()).as(file.path()).isEqualTo(200);
                    assertThat(response.body())
                            .as(file.path())
                            .doesNotContain("of-ada", "111111111111");
                }
            }
        }
    }

    @Test
    void without_the_console_its_paths_are_as_any_other() throws IOException {
        try (var without = TestServer.withoutConsole(TestJobs.running(3));
                var client = without.connect()) {
            assertThat(client.send(request("GET", "/console/", "")).receive().body())
                    .contains(NO_OPERATION);
            assertThat(client.send(request("GET", "/console", "")).receive().body())
                    .contains(NO_OPERATION);
        }
    }
}
