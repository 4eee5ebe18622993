package dev.rollcall.http.support;

import dev.rollcall.application.FindProcessingJobs;
import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Region;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.domain.tokens.PageTokens;
import dev.rollcall.domain.tokens.TokenKey;
import dev.rollcall.domain.tokens.TokenKeyRing;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.server.HttpSettings;
import dev.rollcall.http.server.RollcallServer;
import dev.rollcall.http.server.TlsFiles;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The real server on a free port of the loopback.
public final class TestServer implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2024-05-06T07:08:09Z");

    public static final HttpSettings.Limits LIMITS = HttpSettings.Limits.defaults();

    private static final Access OPEN =
            new Access.Open(new AccountId(TestJobs.ACCOUNT), new Region(TestJobs.REGION));

    private final RollcallServer server;

    private TestServer(RollcallServer server) {
        this.server = server;
    }

    public static TestServer over(List<ProcessingJob> jobs) throws IOException {
        return over(inMemory(jobs));
    }

    public static TestServer over(FindProcessingJobs store) throws IOException {
        return over(store, LIMITS);
    }

    public static TestServer over(FindProcessingJobs store, HttpSettings.Limits limits)
            throws IOException {
        return over(store, limits, InstantSource.fixed(NOW));
    }

    public static TestServer over(
            FindProcessingJobs store, HttpSettings.Limits limits, InstantSource clock)
            throws IOException {
        return started(create(store, settings(OPEN, Optional.empty(), limits), clock));
    }

    /// A server that lists in this order if a request names none.
    public static TestServer over(List<ProcessingJob> jobs, SortOrder defaultSortOrder)
            throws IOException {
        var settings =
                new HttpSettings(
                        "127.0.0.1", 0, OPEN, Optional.empty(), defaultSortOrder, true, LIMITS);
        return started(create(inMemory(jobs), settings, InstantSource.fixed(NOW)));
    }

    /// A server for programs only.
    public static TestServer withoutConsole(List<ProcessingJob> jobs) throws IOException {
        var settings =
                new HttpSettings(
                        "127.0.0.1", 0, OPEN, Optional.empty(), SortOrder.ASCENDING, false, LIMITS);
        return started(create(inMemory(jobs), settings, InstantSource.fixed(NOW)));
    }

    /// A server that asks for signatures.
    public static TestServer signed(
            FindProcessingJobs store, Access.Signed access, InstantSource clock)
            throws IOException {
        return started(create(store, settings(access, Optional.empty(), LIMITS), clock));
    }

    /// A server that speaks TLS, not yet started.
    public static RollcallServer create(
            FindProcessingJobs store, TlsFiles tls, HttpSettings.Limits limits) {
        return create(store, settings(OPEN, Optional.of(tls), limits), InstantSource.fixed(NOW));
    }

    private static RollcallServer create(
            FindProcessingJobs store, HttpSettings settings, InstantSource clock) {
        return new RollcallServer(useCase(store, clock), settings, clock);
    }

    private static HttpSettings settings(
            Access access, Optional<TlsFiles> tls, HttpSettings.Limits limits) {
        return new HttpSettings("127.0.0.1", 0, access, tls, SortOrder.ASCENDING, true, limits);
    }

    private static TestServer started(RollcallServer server) throws IOException {
        server.start();
        return new TestServer(server);
    }

    public static ListProcessingJobs useCase(FindProcessingJobs store, InstantSource clock) {
        var keys = new TokenKeyRing(List.of(TokenKey.of(new byte[TokenKey.LENGTH])));
        return new ListProcessingJobs(
                store,
                new PageTokens(keys, PageTokens.DEFAULT_LIFETIME),
                ListProcessingJobs.DEFAULT_PAGE_BUDGET,
                clock);
    }

    public static FindProcessingJobs inMemory(List<ProcessingJob> jobs) {
        return (selection, budget) -> new Slice.Full(selection.from(jobs));
    }

    public static HttpSettings.Limits withClientTimeout(Duration clientTimeout) {
        return withTimeouts(clientTimeout, LIMITS.keepAlive());
    }

    public static HttpSettings.Limits withTimeouts(Duration clientTimeout, Duration keepAlive) {
        return new HttpSettings.Limits(
                LIMITS.headBytes(),
                LIMITS.bodyBytes(),
                LIMITS.connections(),
                clientTimeout,
                keepAlive,
                LIMITS.stopTimeout());
    }

    public int port() {
        return server.port();
    }

    public RawClient connect() throws IOException {
        return RawClient.connect(port());
    }

    /// The response to a listing request with this body, over a connection of its own.
    public RawClient.Response list(String body) throws IOException {
        try (var client = connect()) {
            return client.send(listing(body)).receive();
        }
    }

    /// The response to a listing request with this body, over a connection of its own.
    public RawClient.Response list(byte[] body) throws IOException {
        try (var client = connect()) {
            return client.send(listingHead(body.length)).send(body).receive();
        }
    }

    public static String listing(String body) {
        return listingHead(body.getBytes(StandardCharsets.UTF_8).length) + body;
    }

    /// The head of a listing request whose body comes in chunks.
    public static String chunkedHead() {
        return listingHead(0).replace("Content-Length: 0", "Transfer-Encoding: chunked");
    }

    public static String listingHead(int contentLength) {
        return """
        POST / HTTP/1.1
        Host: 127.0.0.1
        X-Amz-Target: SageMaker.ListProcessingJobs
        Content-Type: application/x-amz-json-1.1
        Content-Length: %s

        """
                .formatted(contentLength)
                .replace("\n", "\r\n");
    }

    @Override
    public void close() {
        server.close();
    }
}
