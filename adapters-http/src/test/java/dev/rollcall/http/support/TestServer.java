package dev.rollcall.http.support;

import dev.rollcall.application.DescribeProcessingJob;
import dev.rollcall.application.FindProcessingJobs;
import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListTags;
import dev.rollcall.application.ReadProcessingJob;
import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.application.UpsertProcessingJobs;
import dev.rollcall.domain.jobs.AccountId;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Region;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.domain.tokens.PageTokens;
import dev.rollcall.domain.tokens.TokenKey;
import dev.rollcall.domain.tokens.TokenKeyRing;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.observed.RequestObserver;
import dev.rollcall.http.server.HttpSettings;
import dev.rollcall.http.server.IntakeSettings;
import dev.rollcall.http.server.RollcallServer;
import dev.rollcall.http.server.ServedUseCases;
import dev.rollcall.http.server.TlsFiles;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The real server on a free port of the loopback.
public final class TestServer implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2024-05-06T07:08:09Z");

    /// The defaults, but for a server that closes at once if it has nothing to do.
    public static final HttpSettings.Limits LIMITS =
            withTimes(
                    HttpSettings.Limits.defaults(),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(75),
                    Duration.ofMillis(1));

    public static final Access OPEN =
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
                        "127.0.0.1",
                        0,
                        OPEN,
                        Optional.empty(),
                        defaultSortOrder,
                        IntakeSettings.DEFAULT,
                        true,
                        LIMITS);
        return started(create(inMemory(jobs), settings, InstantSource.fixed(NOW)));
    }

    /// A server that also answers to these names.
    public static TestServer named(List<ProcessingJob> jobs, Set<String> hosts) throws IOException {
        var open =
                new Access.Open(
                        new AccountId(TestJobs.ACCOUNT), new Region(TestJobs.REGION), hosts);
        var settings = settings(open, Optional.empty(), LIMITS);
        return started(create(inMemory(jobs), settings, InstantSource.fixed(NOW)));
    }

    /// A server for programs only.
    public static TestServer withoutConsole(List<ProcessingJob> jobs) throws IOException {
        var settings =
                new HttpSettings(
                        "127.0.0.1",
                        0,
                        OPEN,
                        Optional.empty(),
                        SortOrder.ASCENDING,
                        IntakeSettings.DEFAULT,
                        false,
                        LIMITS);
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
        return new RollcallServer(useCases(store, clock), settings, clock);
    }

    /// A server that describes these jobs, and lists none.
    public static TestServer describing(JobDescription... jobs) throws IOException {
        var described = new DescribedJobs(List.of(jobs));
        var clock = InstantSource.fixed(NOW);
        return started(
                new RollcallServer(
                        useCases(inMemory(List.of()), described, (batch, _) -> batch.size(), clock),
                        settings(OPEN, Optional.empty(), LIMITS),
                        clock));
    }

    private static HttpSettings settings(
            Access access, Optional<TlsFiles> tls, HttpSettings.Limits limits) {
        return new HttpSettings(
                "127.0.0.1",
                0,
                access,
                tls,
                SortOrder.ASCENDING,
                IntakeSettings.DEFAULT,
                true,
                limits);
    }

    private static TestServer started(RollcallServer server) throws IOException {
        server.start();
        return new TestServer(server);
    }

    /// A server of which this observer is told each request.
    public static TestServer observed(
            List<ProcessingJob> jobs, Access access, RequestObserver observer) throws IOException {
        var clock = InstantSource.fixed(NOW);
        return started(
                new RollcallServer(
                        useCases(inMemory(jobs), clock),
                        settings(access, Optional.empty(), LIMITS),
                        clock,
                        observer));
    }

    /// A server that records.
    public static TestServer recording(
            UpsertProcessingJobs store, Access access, IntakeSettings intake) throws IOException {
        var clock = InstantSource.fixed(NOW);
        var useCases = useCases(inMemory(List.of()), new DescribedJobs(List.of()), store, clock);
        var settings = settings(access, Optional.empty(), LIMITS).withIntake(intake);
        return started(new RollcallServer(useCases, settings, clock));
    }

    /// The use cases over a store that lists, and describes nothing.
    public static ServedUseCases useCases(FindProcessingJobs store, InstantSource clock) {
        return useCases(store, new DescribedJobs(List.of()), (batch, _) -> batch.size(), clock);
    }

    private static ServedUseCases useCases(
            FindProcessingJobs listed,
            ReadProcessingJob described,
            UpsertProcessingJobs recorded,
            InstantSource clock) {
        return new ServedUseCases(
                useCase(listed, clock),
                new DescribeProcessingJob(described),
                new ListTags(described),
                new RecordProcessingJobs(recorded));
    }

    private static ListProcessingJobs useCase(FindProcessingJobs store, InstantSource clock) {
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
        return withTimes(LIMITS, clientTimeout, keepAlive, LIMITS.drain());
    }

    public static HttpSettings.Limits withDrain(Duration drain) {
        return withTimes(LIMITS, LIMITS.clientTimeout(), LIMITS.keepAlive(), drain);
    }

    private static HttpSettings.Limits withTimes(
            HttpSettings.Limits limits,
            Duration clientTimeout,
            Duration keepAlive,
            Duration drain) {
        return new HttpSettings.Limits(
                limits.headBytes(),
                limits.bodyBytes(),
                limits.bodyMemoryBytes(),
                limits.connections(),
                clientTimeout,
                keepAlive,
                drain,
                limits.stopTimeout());
    }

    public static HttpSettings.Limits withBodyMemory(long bytes) {
        return new HttpSettings.Limits(
                LIMITS.headBytes(),
                LIMITS.bodyBytes(),
                bytes,
                LIMITS.connections(),
                LIMITS.clientTimeout(),
                LIMITS.keepAlive(),
                LIMITS.drain(),
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

    /// The response to a request for an operation, over a connection of its own.
    public RawClient.Response answer(String operation, String body) throws IOException {
        try (var client = connect()) {
            return client.send(listing(body).replace("ListProcessingJobs", operation)).receive();
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
