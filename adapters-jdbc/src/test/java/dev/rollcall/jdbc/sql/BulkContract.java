package dev.rollcall.jdbc.sql;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.contract.AdversarialJobs;
import dev.rollcall.contract.StoredJobs;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.SortKey;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A bulk is written in another way than other batches, and the result is the same.
public abstract class BulkContract {

    protected static final List<ProcessingJob> JOBS =
            IntStream.range(0, 500).mapToObj(i -> nth(i, ProcessingJobStatus.IN_PROGRESS)).toList();

    protected static final List<ProcessingJob> LATER =
            IntStream.range(0, 500).mapToObj(i -> nth(i, ProcessingJobStatus.STOPPED)).toList();

    /// A store of the test's own place, empty at first.
    protected abstract ProcessingJobStore open();

    /// In one order by name, by creation and, if all have one, by status.
    private static ProcessingJob nth(int i, ProcessingJobStatus status) {
        var created = CREATED.plusMillis(i);
        return job("job-%03d".formatted(i))
                .created(created)
                .modified(created.plus(Duration.ofDays(i % 10 + status.code())))
                .status(status)
                .build();
    }

    @Test
    void jobs_written_in_bulk_are_listed_in_every_order_afterwards() {
        try (var store = open()) {
            store.inBulk(
                    () -> {
                        assertThat(store.upsert(JOBS.subList(200, 500))).isEqualTo(300);
                        assertThat(store.upsert(JOBS.subList(0, 200))).isEqualTo(200);
                    });
            assertLists(store, JOBS);
            assertThat(store.upsert(JOBS)).isZero();
        }
    }

    @Test
    void a_job_of_any_content_is_written_whole_in_bulk() {
        var nasty = new AdversarialJobs(7);
        var jobs = nasty.jobs(nasty.scopes(), 300);
        try (var store = open()) {
            store.inBulk(() -> store.upsert(jobs));
            List<ProcessingJob> all = new ArrayList<>();
            store.readAll(it -> all.add(it.job()));
            assertThat(all).containsExactlyInAnyOrderElementsOf(jobs);
        }
    }

    @Test
    void a_job_that_came_before_in_the_same_bulk_is_updated_only_if_it_is_newer() {
        try (var store = open()) {
            store.inBulk(
                    () -> {
                        store.upsert(JOBS);
                        assertThat(store.upsert(LATER.subList(0, 10))).isEqualTo(10);
                        assertThat(store.upsert(JOBS)).isZero();
                        assertThat(store.upsert(LATER)).isEqualTo(490);
                    });
            assertLists(store, LATER);
        }
    }

    @Test
    void a_job_that_came_before_is_known_by_its_name_however_its_arn_is_spelled() {
        var first = job("A-job").nameInArn("a-job").build();
        var newer = job("A-job").modified(CREATED.plusMillis(1)).build();
        try (var store = open()) {
            store.inBulk(
                    () -> {
                        assertThat(store.upsert(List.of(first))).isEqualTo(1);
                        assertThat(store.upsert(List.of(newer))).isEqualTo(1);
                        assertThat(store.upsert(List.of(first))).isZero();
                    });
            assertLists(store, List.of(newer));
        }
    }

    @Test
    void a_bulk_that_fails_leaves_what_it_wrote() {
        try (var store = open()) {
            assertThatThrownBy(
                            () ->
                                    store.inBulk(
                                            () -> {
                                                store.upsert(JOBS);
                                                throw new IllegalStateException("no more");
                                            }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no more");
            assertLists(store, JOBS);
        }
    }

    @Test
    void a_bulk_into_a_store_with_jobs_is_listed_meanwhile() {
        try (var store = open()) {
            store.upsert(JOBS.subList(0, 1));
            store.inBulk(
                    () -> {
                        store.upsert(JOBS);
                        assertLists(store, JOBS);
                    });
        }
    }

    protected void assertLists(ProcessingJobStore store, List<ProcessingJob> jobs) {
        var status = new Criterion.StatusIs(jobs.getFirst().status());
        for (SortKey key : SortKey.values()) {
            assertThat(StoredJobs.in(store, key)).isEqualTo(jobs);
            assertThat(StoredJobs.in(store, key, status)).isEqualTo(jobs);
            assertThat(StoredJobs.in(store, key, new Criterion.NameContains("job")))
                    .isEqualTo(jobs);
        }
    }
}
