package dev.rollcall.contract;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.SCOPE;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// Reading all jobs reads each of them once, and all from one snapshot.
abstract class ReadingAllContract {

    private static final Scope FIRST = Scope.of("000000000001", "us-east-1");
    private static final Scope MIDDLE = Scope.of("000000000001", "us-east-2");
    private static final Scope LAST = Scope.of("900000000000", "us-east-1");

    @Test
    void a_new_store_has_nothing_to_read(ProcessingJobStore store) {
        assertThat(everything(store)).isEmpty();
    }

    @Test
    void every_job_is_read_once_in_the_order_of_account_region_and_name(ProcessingJobStore store) {
        List<ProcessingJob> all = new ArrayList<>();
        for (long seed = 61; seed <= 65; seed++) {
            var random = new AdversarialJobs(seed);
            List<ProcessingJob> jobs = random.jobs(random.scopes(), 48);
            store.upsert(jobs);
            all.addAll(jobs);
            assertThat(everything(store)).as("seed %d", seed).containsExactlyElementsOf(byId(all));
        }
    }

    @Test
    void of_each_job_the_newest_record_is_read(ProcessingJobStore store) {
        List<ProcessingJob> jobs = everywhere(10);
        store.upsert(jobs);
        store.upsert(changed(jobs));
        store.upsert(jobs);
        assertThat(everything(store)).containsExactlyElementsOf(byId(changed(jobs)));
    }

    @Test
    void more_jobs_than_a_store_fetches_at_a_time_are_read(ProcessingJobStore store) {
        List<ProcessingJob> jobs = everywhere(2_100);
        store.upsert(jobs);
        assertThat(everything(store)).containsExactlyElementsOf(byId(jobs));
    }

    @Test
    void what_the_reader_stores_meanwhile_is_not_read(ProcessingJobStore store) {
        assertOneSnapshot(store, Runnable::run);
    }

    /// A store in which writers wait until the reading has ended never finishes this test.
    @Test
    @Timeout(60)
    void what_another_thread_stores_meanwhile_is_not_read(ProcessingJobStore store) {
        try (var thread = Executors.newSingleThreadExecutor()) {
            assertOneSnapshot(store, thread);
        }
    }

    /// At the first job, every job changes, and there are new jobs after each, and in new scopes.
    private static void assertOneSnapshot(ProcessingJobStore store, Executor writer) {
        List<ProcessingJob> before = byId(everywhere(5));
        List<ProcessingJob> after =
                Stream.of(
                                changed(before).stream(),
                                before.stream().map(j -> named(j.name() + "-new", j.scope())),
                                Stream.of("000000000000", "000000000002", "999999999999")
                                        .map(account -> Scope.of(account, "us-east-1"))
                                        .map(scope -> named("new", scope)))
                        .flatMap(jobs -> jobs)
                        .toList();
        store.upsert(before);
        List<ProcessingJob> read = new ArrayList<>();
        store.readAll(
                it -> {
                    if (read.isEmpty()) {
                        CompletableFuture.runAsync(() -> store.upsert(after), writer).join();
                    }
                    read.add(it.job());
                });
        assertThat(read).containsExactlyElementsOf(before);
        assertThat(everything(store)).containsExactlyElementsOf(byId(after));
    }

    @Test
    void an_exception_of_the_reader_ends_its_reading_and_no_other(ProcessingJobStore store) {
        List<ProcessingJob> jobs = byId(everywhere(5));
        store.upsert(jobs);
        var enough = new IllegalStateException("enough");
        for (int round = 0; round < 50; round++) {
            List<ProcessingJob> read = new ArrayList<>();
            assertThatThrownBy(
                            () ->
                                    store.readAll(
                                            it -> {
                                                read.add(it.job());
                                                if (read.size() == 7) {
                                                    throw enough;
                                                }
                                            }))
                    .isSameAs(enough);
            assertThat(read).containsExactlyElementsOf(jobs.subList(0, 7));
        }
        assertThat(everything(store)).containsExactlyElementsOf(jobs);
        assertThat(store.upsert(changed(jobs))).isEqualTo(jobs.size());
    }

    @Test
    void a_closed_store_is_not_read(ProcessingJobStore store) {
        store.upsert(everywhere(1));
        store.close();
        assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> everything(store));
    }

    private static List<ProcessingJob> everything(ProcessingJobStore store) {
        List<ProcessingJob> read = new ArrayList<>();
        store.readAll(it -> read.add(it.job()));
        return read;
    }

    /// Jobs in each of four scopes, those of the last scope first.
    private static List<ProcessingJob> everywhere(int perScope) {
        List<ProcessingJob> jobs = new ArrayList<>();
        for (Scope scope : List.of(LAST, SCOPE, MIDDLE, FIRST)) {
            for (int i = perScope; i > 0; i--) {
                jobs.add(named("job-" + i, scope));
            }
        }
        return jobs;
    }

    private static ProcessingJob named(String name, Scope scope) {
        return job(name).in(scope).build();
    }

    private static List<ProcessingJob> changed(List<ProcessingJob> jobs) {
        return jobs.stream()
                .map(
                        job ->
                                job(job.name().value())
                                        .in(job.scope())
                                        .status(ProcessingJobStatus.STOPPED)
                                        .modified(CREATED.plusMillis(1))
                                        .build())
                .toList();
    }

    private static List<ProcessingJob> byId(List<ProcessingJob> jobs) {
        return jobs.stream().sorted(Comparator.comparing(ProcessingJob::id)).toList();
    }
}
