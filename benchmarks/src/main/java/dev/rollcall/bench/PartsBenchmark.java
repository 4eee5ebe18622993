package dev.rollcall.bench;

import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListingResult;
import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.ListingRequest;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.tokens.PageTokens;
import dev.rollcall.domain.tokens.TokenKey;
import dev.rollcall.domain.tokens.TokenKeyRing;
import dev.rollcall.jdbc.H2Store;
import dev.rollcall.json.ProcessingJobJson;
import dev.rollcall.json.VisibleJson;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The parts that a page of 100 is made of, and how many pages one thread makes and two make, each
/// from the request to the JSON, without HTTP; on H2 in memory.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseCompactObjectHeaders", "-XX:+UseSerialGC", "-Xmx192m"})
public class PartsBenchmark {

    private static final int STORED = 10_000;
    private static final int PAGE = 100;
    private static final JsonFactory JSON = VisibleJson.factory().build();

    private final ListingQuery query =
            new ListingQuery(RealisticJobs.SCOPE, List.of(), Ordering.DEFAULT);
    private final PageTokens tokens =
            new PageTokens(
                    new TokenKeyRing(List.of(TokenKey.of(new byte[TokenKey.LENGTH]))),
                    PageTokens.DEFAULT_LIFETIME);
    private final List<ProcessingJob> jobs = new RealisticJobs(STORED).jobs(0, PAGE);
    private final Position position = new RealisticJobs(STORED).middle(query.ordering());
    private final String token = tokens.seal(query, position, RealisticJobs.NOW);
    private final ProcessingJobStore store = H2Store.inMemory();
    private final ListProcessingJobs listing =
            new ListProcessingJobs(
                    store,
                    tokens,
                    ListProcessingJobs.DEFAULT_PAGE_BUDGET,
                    InstantSource.fixed(RealisticJobs.NOW));

    @Setup
    public void fill() {
        store.upsert(new RealisticJobs(STORED).jobs(0, STORED));
    }

    @TearDown
    public void close() {
        store.close();
    }

    @Benchmark
    public int writing() {
        return written(jobs, Optional.of(token));
    }

    @Benchmark
    public Object sealing() {
        return tokens.seal(query, position, RealisticJobs.NOW);
    }

    @Benchmark
    public Object opening() {
        return tokens.open(token, query, RealisticJobs.NOW);
    }

    @Benchmark
    @Threads(1)
    public int pageByOneThread() {
        return page();
    }

    @Benchmark
    @Threads(2)
    public int pageByTwoThreads() {
        return page();
    }

    private int page() {
        var request = ListingRequest.everything().withMaxResults(PAGE).withNextToken(token);
        return switch (listing.list(RealisticJobs.SCOPE, request)) {
            case ListingResult.Listed(var page, var next) -> written(page, next);
            case ListingResult.Invalid _, ListingResult.TokenRefused _ ->
                    throw new IllegalStateException("no page");
        };
    }

    private static int written(List<ProcessingJob> page, Optional<String> next) {
        var bytes = new ByteArrayOutputStream(ProcessingJobJson.usualLength(PAGE));
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            ProcessingJobJson.writePage(json, page, next);
        }
        return bytes.size();
    }
}
