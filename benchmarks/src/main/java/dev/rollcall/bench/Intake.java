package dev.rollcall.bench;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

import dev.rollcall.application.DescribeProcessingJob;
import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListTags;
import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.listings.ListingRequest;
import dev.rollcall.domain.tokens.PageTokens;
import dev.rollcall.domain.tokens.TokenKey;
import dev.rollcall.domain.tokens.TokenKeyRing;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.server.HttpSettings;
import dev.rollcall.http.server.RollcallServer;
import dev.rollcall.http.server.ServedUseCases;
import dev.rollcall.mongo.MongoStore;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// How many jobs a second come in through `POST /events`, beside the store's own port with the same
/// batches and as many writers, in turn; and how long a page takes meanwhile. Each writer has a
/// connection of its own, which it keeps.
final class Intake {

    private static final int STORED = 100_000;

    /// The test server that speaks MongoDB's protocol keeps every job in memory, so it is not sent
    /// batches for long.
    private static final Duration BATCHES_IN_MEMORY = Duration.ofSeconds(1);

    private static final int WRITERS = 8;
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final int PAGES = 300;

    /// After all jobs, so that none seems to be from the future.
    private static final Instant LATER = RealisticJobs.NOW.plus(Duration.ofDays(100_000));

    private final RealisticJobs jobs = new RealisticJobs(STORED);
    private final AtomicInteger next = new AtomicInteger(STORED);
    private final ProcessingJobStore store;
    private final Duration ofBatches;
    private final ListProcessingJobs listing;

    /// @param ofBatches how long a round of batches takes
    private Intake(ProcessingJobStore store, Duration ofBatches) {
        this.store = store;
        this.ofBatches = ofBatches;
        var keys = new TokenKeyRing(List.of(TokenKey.of(new byte[TokenKey.LENGTH])));
        this.listing =
                new ListProcessingJobs(
                        store,
                        new PageTokens(keys, PageTokens.DEFAULT_LIFETIME),
                        ListProcessingJobs.DEFAULT_PAGE_BUDGET,
                        InstantSource.fixed(LATER));
    }

    /// @param arguments `h2`, `postgres` or `mongodb`
    static void main(String... arguments) throws Exception {
        if (arguments[0].equals("mongodb")) {
            onTestServer();
            return;
        }
        try (var filled = JobsToList.in(arguments[0], STORED)) {
            filled.add(0, STORED);
            filled.measured().settle();
            new Intake(filled.measured().store(), ROUND).run(true);
        }
    }

    private static void onTestServer() throws Exception {
        var server = new MongoServer(new MemoryBackend());
        try (var store =
                MongoStore.open(
                        "mongodb://127.0.0.1:%d/rollcall?timeoutMS=60000"
                                .formatted(server.bind().getPort()))) {
            var intake = new Intake(store, BATCHES_IN_MEMORY);
            store.upsert(intake.jobs.jobs(0, STORED));
            intake.run(false);
        } finally {
            server.shutdownNow();
        }
    }

    /// @param withPages whether to list pages, too: without indexes they take seconds
    private void run(boolean withPages) throws Exception {
        var port = BatchWriter.port(new RecordProcessingJobs(store));
        try (var server = server()) {
            server.start();
            var intake = BatchWriter.intake(server.port());
            System.out.println("jobs a second       store's port   POST /events   ratio");
            double greatest = 0;
            for (int size : List.of(1, 100)) {
                greatest = rates(size, port, intake);
            }
            if (withPages) {
                pages(greatest, intake);
            }
        }
    }

    private RollcallServer server() {
        var useCases =
                new ServedUseCases(
                        listing,
                        new DescribeProcessingJob(store),
                        new ListTags(store),
                        new RecordProcessingJobs(store));
        var open = new Access.Open(RealisticJobs.SCOPE.account(), RealisticJobs.SCOPE.region());
        return new RollcallServer(
                useCases, HttpSettings.of("127.0.0.1", 0, open), InstantSource.fixed(LATER));
    }

    /// Prints both rates for batches of a size, and returns that of the intake.
    private double rates(int size, BatchWriter.Target port, BatchWriter.Target intake)
            throws Exception {
        var round = size == 1 ? ROUND : ofBatches;
        List<Double> ofPort = new ArrayList<>();
        List<Double> ofIntake = new ArrayList<>();
        for (int i = 0; i <= ROUNDS; i++) {
            ofPort.add(rate(size, Double.MAX_VALUE, round, port));
            ofIntake.add(rate(size, Double.MAX_VALUE, round, intake));
        }
        double one = median(ofPort);
        double other = median(ofIntake);
        System.out.printf(
                Locale.ROOT,
                "batches of %-8d %12.0f %14.0f %7.2f%n",
                size,
                one,
                other,
                other / one);
        return other;
    }

    private static double median(List<Double> rounds) {
        var counted = rounds.subList(1, rounds.size()).stream().sorted().toList();
        return counted.get(counted.size() / 2);
    }

    /// How many jobs a second are recorded by all writers together, or no more than a limit.
    private double rate(int size, double limit, Duration time, BatchWriter.Target target)
            throws Exception {
        var recorded = new AtomicInteger();
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                all.add(
                        writers.submit(
                                () -> {
                                    try (var writer = target.open()) {
                                        while (System.nanoTime() < end) {
                                            writer.record(batch(size));
                                            double due = recorded.addAndGet(size) / limit;
                                            double ahead = due - (System.nanoTime() - begun) / 1e9;
                                            Thread.sleep(Math.max(0, (long) (ahead * 1_000)));
                                        }
                                    }
                                    return true;
                                }));
            }
            for (Future<?> writer : all) {
                writer.get();
            }
        }
        return recorded.get() / ((System.nanoTime() - begun) / 1e9);
    }

    private List<JobDescription> batch(int size) {
        int from = next.getAndAdd(size);
        return jobs.jobs(from, from + size).stream().map(JobDescription::new).toList();
    }

    /// Prints the time of a page on an idle store, and while half of the greatest rate comes in.
    private void pages(double greatest, BatchWriter.Target intake) throws Exception {
        double idle = page();
        double busy;
        try (var recording = Executors.newSingleThreadExecutor()) {
            var stream =
                    recording.submit(
                            () -> rate(100, greatest / 2, ofBatches.multipliedBy(4), intake));
            busy = page();
            System.out.printf(
                    Locale.ROOT,
                    "a page, p50: idle %.2f ms; while %.0f jobs a second come in %.2f ms; ratio"
                            + " %.2f%n",
                    idle,
                    stream.get(),
                    busy,
                    busy / idle);
        }
    }

    private double page() {
        var times = new Times();
        var request = ListingRequest.everything().withMaxResults(100);
        for (int i = 0; i < 2 * PAGES; i++) {
            times.of(() -> listing.list(RealisticJobs.SCOPE, request));
        }
        times.forgetFirst(PAGES);
        return times.median();
    }
}
