package dev.rollcall.contract;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.SCOPE;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// What a store promises while others write. No test depends on time, so a slow machine only takes
/// longer.
abstract class ConcurrencyContract {

    private static final int JOBS = 60;
    private static final int WRITERS = 4;
    private static final int VERSIONS = 12;

    @Test
    void concurrent_writers_of_the_same_jobs_leave_the_newest_record(ProcessingJobStore store)
            throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Integer>> writers = new ArrayList<>();
            for (int seed = 1; seed <= WRITERS; seed++) {
                var random = new Random(seed);
                writers.add(after(start, threads, () -> writeAllVersions(store, random)));
            }
            start.countDown();
            int stored = 0;
            for (Future<Integer> writer : writers) {
                stored += writer.get();
            }
            assertThat(stored).isBetween(JOBS, JOBS * VERSIONS);
        }
        assertThat(everything(store))
                .containsExactlyElementsOf(
                        IntStream.range(0, JOBS).mapToObj(i -> version(i, VERSIONS - 1)).toList());
    }

    /// Each batch has every job. The jobs of a batch and the versions are in random order.
    private static int writeAllVersions(ProcessingJobStore store, Random random) {
        List<Integer> versions = new ArrayList<>(IntStream.range(0, VERSIONS).boxed().toList());
        Collections.shuffle(versions, random);
        int stored = 0;
        for (int version : versions) {
            List<ProcessingJob> batch = new ArrayList<>();
            for (int i = 0; i < JOBS; i++) {
                batch.add(version(i, version));
            }
            Collections.shuffle(batch, random);
            stored += store.upsert(batch);
        }
        return stored;
    }

    @Test
    void concurrent_first_writers_of_a_scope_all_succeed(ProcessingJobStore store)
            throws Exception {
        for (int round = 0; round < 10; round++) {
            var scope = Scope.of("123456789012", "region-" + round);
            var start = new CountDownLatch(1);
            try (var threads = Executors.newFixedThreadPool(WRITERS)) {
                List<Future<Integer>> writers = new ArrayList<>();
                for (int i = 0; i < WRITERS; i++) {
                    var batch = List.of(job("job-" + i).in(scope).build());
                    writers.add(after(start, threads, () -> store.upsert(batch)));
                }
                start.countDown();
                for (Future<Integer> writer : writers) {
                    assertThat(writer.get()).isEqualTo(1);
                }
            }
            assertThat(new TokenWalk(scope, AdversarialRequests.EVERYTHING, 2).toTheEnd(store))
                    .hasSize(WRITERS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_walk_lists_each_unchanged_job_once_while_others_come_and_change(
            SortKey key, ProcessingJobStore store) throws Exception {
        List<ProcessingJob> all = IntStream.range(0, JOBS).mapToObj(i -> version(i, 0)).toList();
        List<ProcessingJob> staying =
                IntStream.range(0, JOBS).filter(i -> i % 3 != 0).mapToObj(all::get).toList();
        List<ProcessingJobName> lasting = names(key == SortKey.STATUS ? staying : all);
        store.upsert(all);
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(1)) {
            var writer = after(start, threads, () -> changeEveryThird(store));
            start.countDown();
            do {
                for (SortOrder order : SortOrder.values()) {
                    var request = AdversarialRequests.sorted(key, order);
                    assertThat(names(new TokenWalk(SCOPE, request, 7).toTheEnd(store)))
                            .filteredOn(lasting::contains)
                            .containsExactlyInAnyOrderElementsOf(lasting);
                }
            } while (!writer.isDone());
            assertThat(writer.get()).isPositive();
        }
    }

    /// Every third job gets new versions, and there are new jobs between the others.
    private static int changeEveryThird(ProcessingJobStore store) {
        int stored = 0;
        for (int version = 1; version < 40; version++) {
            List<ProcessingJob> batch = new ArrayList<>();
            for (int i = 0; i < JOBS; i += 3) {
                batch.add(version(i, version));
            }
            batch.add(job("job-%02d-new".formatted(version)).build());
            stored += store.upsert(batch);
        }
        return stored;
    }

    @ParameterizedTest
    @EnumSource
    void no_job_of_a_slice_breaks_its_criteria_while_jobs_change(
            SortKey key, ProcessingJobStore store) throws Exception {
        var flips = new StatusFlips(key);
        flips.slicesDuring(store, jobs -> assertThat(jobs).allMatch(flips.completed()::matches));
    }

    private static ProcessingJob version(int number, int version) {
        var statuses = ProcessingJobStatus.values();
        return job("job-%02d".formatted(number))
                .status(statuses[version % statuses.length])
                .created(CREATED.plusMillis(number / 10))
                .modified(CREATED.plusSeconds(version))
                .exitMessage("version " + version)
                .build();
    }

    private static <T> Future<T> after(
            CountDownLatch start, ExecutorService threads, Callable<T> work) {
        return threads.submit(
                () -> {
                    start.await();
                    return work.call();
                });
    }

    private static List<ProcessingJob> everything(ProcessingJobStore store) {
        return new TokenWalk(SCOPE, AdversarialRequests.EVERYTHING, 100).toTheEnd(store);
    }

    private static List<ProcessingJobName> names(List<ProcessingJob> jobs) {
        return jobs.stream().map(ProcessingJob::name).toList();
    }
}
