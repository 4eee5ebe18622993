package dev.rollcall.bench;

import dev.rollcall.application.DescribeProcessingJob;
import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListTags;
import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.cli.importing.BatchTarget;
import dev.rollcall.cli.remote.RemoteIntake;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.listings.ListingRequest;
import dev.rollcall.domain.tokens.PageTokens;
import dev.rollcall.domain.tokens.TokenKey;
import dev.rollcall.domain.tokens.TokenKeyRing;
import dev.rollcall.http.access.Access;
import dev.rollcall.http.server.HttpSettings;
import dev.rollcall.http.server.RollcallServer;
import dev.rollcall.http.server.ServedUseCases;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// How many jobs a second come in through `POST /events`, beside the store's own port with the same
/// batches and as many writers, in turn; and how long a page takes meanwhile.
final class Intake {

    private static final int STORED = 100_000;
    private static final int WRITERS = 8;
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final int PAGES = 300;

    /// After all jobs, so that none seems to be from the future.
    private static final Instant LATER = RealisticJobs.NOW.plus(Duration.ofDays(100_000));

    private final RealisticJobs jobs = new RealisticJobs(STORED);
    private final AtomicInteger next = new AtomicInteger(STORED);
    private final ProcessingJobStore store;
    private final ListProcessingJobs listing;

    private Intake(ProcessingJobStore store) {
        this.store = store;
        var keys = new TokenKeyRing(List.of(TokenKey.of(new byte[TokenKey.LENGTH])));
        this.listing =
                new ListProcessingJobs(
                        store,
                        new PageTokens(keys, PageTokens.DEFAULT_LIFETIME),
                        ListProcessingJobs.DEFAULT_PAGE_BUDGET,
                        InstantSource.fixed(LATER));
    }

    /// @param arguments `h2` or `postgres`
    static void main(String... arguments) throws Exception {
        try (var filled = JobsToList.in(arguments[0], STORED)) {
            filled.add(0, STORED);
            filled.measured().settle();
            new Intake(filled.measured().store()).run();
        }
    }

    private void run() throws Exception {
        var port = BatchTarget.of(new RecordProcessingJobs(store));
        try (var server = server()) {
            server.start();
            try (var remote =
                    new RemoteIntake(
                            server.uri().toString(),
                            Optional.empty(),
                            ROUND,
                            line -> System.err.println(line))) {
                System.out.println("jobs a second       store's port   POST /events   ratio");
                double greatest = 0;
                for (int size : List.of(1, 100)) {
                    greatest = rates(size, port, remote);
                }
                pages(greatest, remote);
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
    private double rates(int size, BatchTarget port, BatchTarget remote) throws Exception {
        List<Double> ofPort = new ArrayList<>();
        List<Double> ofIntake = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            ofPort.add(rate(size, Double.MAX_VALUE, ROUND, port));
            ofIntake.add(rate(size, Double.MAX_VALUE, ROUND, remote));
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
    private double rate(int size, double limit, Duration time, BatchTarget target)
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
                                    while (System.nanoTime() < end) {
                                        target.record(batch(size), Instant.MAX);
                                        double due = recorded.addAndGet(size) / limit;
                                        double ahead = due - (System.nanoTime() - begun) / 1e9;
                                        Thread.sleep(Math.max(0, (long) (ahead * 1_000)));
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
    private void pages(double greatest, BatchTarget remote) throws Exception {
        double idle = page();
        double busy;
        try (var recording = Executors.newSingleThreadExecutor()) {
            var stream =
                    recording.submit(() -> rate(100, greatest / 2, ROUND.multipliedBy(4), remote));
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
