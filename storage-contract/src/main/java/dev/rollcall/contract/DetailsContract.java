package dev.rollcall.contract;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobDetail;
import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// All that a record brings beside a summary is kept, and read as it was stored.
abstract class DetailsContract {

    private static final Instant LATER = CREATED.plusMillis(1);
    private static final JobDescription SUMMARY = job("one").describe();
    private static final JobDescription DESCRIBED =
            job("one").detail("RoleArn", "\"role\"").detail("Environment", "{}").describe();

    @Test
    void details_are_read_as_they_were_stored(ProcessingJobStore store) {
        String text = "\"" + String.join(" ", AdversarialTexts.MESSAGES) + "\"";
        var job = job("one").detail("A", "").detail("B", "{\"x\":[1,\"\\\\\\t\"]}");
        AdversarialTexts.MESSAGES.forEach(message -> job.detail("member of " + message, "null"));
        var described = job.detail("NULL", "NULL").detail("C", text).describe();
        assertThat(upsert(store, described)).isEqualTo(1);
        assertThat(store.read(described.id())).contains(described);
        assertThat(everything(store)).containsExactly(described);
        assertThat(upsert(store, described)).isZero();
    }

    @Test
    void details_of_the_greatest_size_are_stored(ProcessingJobStore store) {
        String half = "\"" + "ä🎉".repeat(JobDetails.MAX_BYTES / 12 - 1) + "\"";
        var first = job("one").detail("A", half).detail("B", half).describe();
        var second = job("one").detail("C", half).detail("D", half).describe();
        upsert(store, first);
        assertThat(upsert(store, second)).isEqualTo(1);
        assertThat(store.read(first.id())).contains(first.merge(second, LATER));
    }

    @Test
    void a_version_of_any_year_is_kept(ProcessingJobStore store) {
        var first = Instant.parse("0000-01-01T00:00:00Z");
        var last = Instant.parse("9999-12-31T23:59:59.999Z");
        var members = Map.of("A", new JobDetail(first, "1"), "B", new JobDetail(last, "2"));
        var described = new JobDescription(SUMMARY.job(), new JobDetails(members));
        store.upsert(List.of(described), Instant.MAX);
        assertThat(store.read(described.id())).contains(described);
    }

    @Test
    void details_complete_a_summary_whichever_is_newer(ProcessingJobStore store) {
        var ended = job("one").status(ProcessingJobStatus.COMPLETED).modified(LATER).describe();
        assertThat(upsert(store, ended)).isEqualTo(1);
        assertThat(upsert(store, DESCRIBED)).isEqualTo(1);
        assertThat(upsert(store, DESCRIBED)).isZero();
        assertThat(upsert(store, SUMMARY)).isZero();
        assertThat(StoredJobs.in(store)).containsExactly(ended.job());
        assertThat(store.read(SUMMARY.id()))
                .contains(new JobDescription(ended.job(), DESCRIBED.details()));
    }

    @Test
    void a_newer_summary_leaves_the_details(ProcessingJobStore store) {
        var ended = job("one").status(ProcessingJobStatus.FAILED).modified(LATER).describe();
        upsert(store, DESCRIBED);
        assertThat(upsert(store, ended)).isEqualTo(1);
        assertThat(StoredJobs.in(store)).containsExactly(ended.job());
        assertThat(store.read(SUMMARY.id()))
                .contains(new JobDescription(ended.job(), DESCRIBED.details()));
    }

    @Test
    void of_each_member_the_latest_version_is_kept(ProcessingJobStore store) {
        var newer = job("one").modified(LATER).detail("RoleArn", "\"new\"").describe();
        var older = job("one").detail("RoleArn", "\"older\"").detail("Tags", "[]").describe();
        upsert(store, DESCRIBED);
        assertThat(upsert(store, newer)).isEqualTo(1);
        assertThat(upsert(store, older)).isEqualTo(1);
        assertThat(store.read(SUMMARY.id()))
                .contains(DESCRIBED.merge(newer, LATER).merge(older, LATER));
    }

    @Test
    void details_of_many_jobs_in_many_scopes_are_read(ProcessingJobStore store) {
        var elsewhere = Scope.of("000000000001", "us-east-1");
        List<JobDescription> all = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            var job = job("job-%04d".formatted(i)).in(i < 150 ? elsewhere : JobBuilder.SCOPE);
            all.add(i % 3 == 0 ? job.describe() : job.detail("Number", "" + i).describe());
        }
        assertThat(store.upsert(all, LATER)).isEqualTo(all.size());
        assertThat(store.upsert(all, LATER)).isZero();
        assertThat(everything(store)).containsExactlyElementsOf(all);
        assertThat(store.read(all.getLast().id())).contains(all.getLast());
    }

    @Test
    void a_member_of_many_jobs_leaves_their_other_details(ProcessingJobStore store) {
        List<JobDescription> stored = new ArrayList<>();
        List<JobDescription> records = new ArrayList<>();
        List<JobDescription> merged = new ArrayList<>();
        for (int i = 0; i < 2_110; i++) {
            String name = "job-%04d".formatted(i);
            var known = job(name).detail("Number", "" + i).describe();
            var record = job(name).detail("Tags", "[%d]".formatted(i)).describe();
            if (i % 7 > 0) {
                stored.add(known);
            }
            records.add(record);
            merged.add(i % 7 > 0 ? known.merge(record, LATER) : record);
        }
        store.upsert(stored, LATER);
        assertThat(store.upsert(records, LATER)).isEqualTo(records.size());
        assertThat(store.upsert(records, LATER)).isZero();
        assertThat(everything(store)).containsExactlyElementsOf(merged);
    }

    @Test
    void details_are_stored_in_a_bulk(ProcessingJobStore store) {
        var other = job("two").detail("Tags", "[]").describe();
        store.inBulk(
                () -> {
                    assertThat(store.upsert(List.of(SUMMARY, other), LATER)).isEqualTo(2);
                    assertThat(upsert(store, DESCRIBED)).isEqualTo(1);
                });
        assertThat(everything(store)).containsExactly(DESCRIBED, other);
    }

    @Test
    void what_is_stored_during_a_reading_of_all_is_not_read(ProcessingJobStore store) {
        List<JobDescription> before = new ArrayList<>();
        List<JobDescription> after = new ArrayList<>();
        for (int i = 10; i < 60; i++) {
            before.add(job("job-" + i).detail("RoleArn", "1").describe());
            after.add(job("job-" + i).modified(LATER).detail("RoleArn", "2").describe());
        }
        store.upsert(before, LATER);
        List<JobDescription> read = new ArrayList<>();
        store.readAll(
                it -> {
                    if (read.isEmpty()) {
                        store.upsert(after, LATER);
                    }
                    read.add(it);
                });
        assertThat(read).containsExactlyElementsOf(before);
        assertThat(everything(store)).containsExactlyElementsOf(after);
    }

    @Test
    void concurrent_writers_of_one_job_s_members_leave_them_all(ProcessingJobStore store)
            throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> writers = new ArrayList<>();
            for (String member : List.of("A", "B", "C", "D")) {
                writers.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    return writeVersions(member, store);
                                }));
            }
            start.countDown();
            for (Future<Integer> writer : writers) {
                assertThat(writer.get()).isEqualTo(20);
            }
        }
        assertThat(store.read(SUMMARY.id()).orElseThrow().details().members())
                .containsOnlyKeys("A", "B", "C", "D")
                .allSatisfy((_, detail) -> assertThat(detail.json()).isEqualTo("20"));
    }

    private static int writeVersions(String member, ProcessingJobStore store) {
        return IntStream.rangeClosed(1, 20)
                .map(
                        i ->
                                store.upsert(
                                        List.of(
                                                job("one")
                                                        .modified(CREATED.plusMillis(i))
                                                        .detail(member, "" + i)
                                                        .describe()),
                                        Instant.MAX))
                .sum();
    }

    private static int upsert(ProcessingJobStore store, JobDescription record) {
        return store.upsert(List.of(record), LATER);
    }

    private static List<JobDescription> everything(ProcessingJobStore store) {
        List<JobDescription> read = new ArrayList<>();
        store.readAll(read::add);
        return read;
    }
}
