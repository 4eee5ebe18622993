package dev.rollcall.contract;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.job;
import static dev.rollcall.contract.UpsertContract.ENDED;
import static dev.rollcall.contract.UpsertContract.STARTED;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.application.RecordProcessingJobs.Recorded;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Of several records of one job the newest gives what is listed, whole.
abstract class NewestContract {

    @Test
    void a_newer_record_replaces_the_whole_of_an_older_one(ProcessingJobStore store) {
        store.upsert(List.of(STARTED));
        assertThat(store.upsert(List.of(ENDED))).isEqualTo(1);
        assertThat(StoredJobs.in(store)).containsExactly(ENDED);
    }

    @Test
    void a_newer_record_may_have_fewer_members_than_an_older_one(ProcessingJobStore store) {
        var bare = job("one").modified(ENDED.lastModifiedTime().plusMillis(1)).build();
        store.upsert(List.of(ENDED));
        assertThat(store.upsert(List.of(bare))).isEqualTo(1);
        assertThat(StoredJobs.in(store)).containsExactly(bare);
    }

    @Test
    void the_newest_record_says_how_the_arn_is_spelled(ProcessingJobStore store) {
        var first = job("One").build();
        var second = job("One").nameInArn("one").modified(CREATED.plusMillis(1)).build();
        var third = job("One").nameInArn("ONE").modified(CREATED.plusMillis(2)).build();
        var last = job("One").modified(CREATED.plusMillis(3)).build();
        for (ProcessingJob newer : List.of(first, second, third, last)) {
            assertThat(store.upsert(List.of(newer))).isEqualTo(1);
            assertThat(StoredJobs.in(store)).containsExactly(newer);
        }
        assertThat(store.upsert(List.of(second))).isZero();
        assertThat(StoredJobs.in(store)).containsExactly(last);
    }

    @Test
    void a_newer_record_may_correct_the_creation_time(ProcessingJobStore store) {
        var corrected =
                job("one").created(CREATED.minusSeconds(9)).modified(CREATED.plusMillis(9)).build();
        store.upsert(List.of(STARTED, job("two").build()));
        store.upsert(List.of(corrected));
        assertThat(StoredJobs.in(store)).containsExactly(corrected, job("two").build());
    }

    @Test
    void an_older_record_changes_nothing(ProcessingJobStore store) {
        store.upsert(List.of(ENDED));
        assertThat(store.upsert(List.of(STARTED))).isZero();
        assertThat(StoredJobs.in(store)).containsExactly(ENDED);
    }

    @Test
    void of_two_records_with_the_same_time_one_that_ended_replaces_one_that_has_not(
            ProcessingJobStore store) {
        var running = job("one").modified(ENDED.lastModifiedTime()).build();
        assertThat(store.upsert(List.of(running))).isEqualTo(1);
        assertThat(store.upsert(List.of(ENDED))).isEqualTo(1);
        assertThat(store.upsert(List.of(running))).isZero();
        assertThat(StoredJobs.in(store)).containsExactly(ENDED);
    }

    @Test
    void of_two_records_that_tie_the_same_one_wins_whichever_came_first(ProcessingJobStore store) {
        var reason = job("one").modified(CREATED.plusMillis(6)).failureReason("reason").build();
        var other = job("one").modified(CREATED.plusMillis(6)).failureReason("other").build();
        assertThat(store.upsert(List.of(other))).isEqualTo(1);
        assertThat(store.upsert(List.of(reason))).isEqualTo(1);
        assertThat(store.upsert(List.of(other))).isZero();
        assertThat(StoredJobs.in(store)).containsExactly(reason);
    }

    @Test
    void the_count_is_how_many_records_of_a_batch_were_stored(ProcessingJobStore store) {
        store.upsert(List.of(STARTED, job("same").build()));
        int count = store.upsert(List.of(job("new").build(), job("same").build(), ENDED));
        assertThat(count).isEqualTo(2);
        assertThat(StoredJobs.in(store))
                .containsExactlyInAnyOrder(job("new").build(), job("same").build(), ENDED);
    }

    @Test
    void recording_everything_again_changes_nothing(ProcessingJobStore store) {
        var random = new AdversarialJobs(12);
        var scopes = random.scopes();
        var jobs = random.jobs(scopes, 45);
        var useCase = new RecordProcessingJobs(store);
        assertThat(useCase.record(jobs)).isEqualTo(new Recorded(jobs.size(), 0));
        assertThat(useCase.record(jobs)).isEqualTo(new Recorded(0, jobs.size()));
        assertThat(StoredJobs.in(store, scopes.getFirst())).hasSize(45);
    }

    @Test
    void records_in_any_order_and_any_batches_leave_the_newest(ProcessingJobStore store) {
        for (long seed = 1; seed <= 10; seed++) {
            var random = new Random(seed);
            Scope scope = new AdversarialJobs(seed).scopes().getFirst();
            List<ProcessingJob> records = new ArrayList<>();
            for (int version = 0; version < 8; version++) {
                for (int i = 0; i < 10; i++) {
                    records.add(version("job-" + i, scope, version));
                }
            }
            Collections.shuffle(records, random);
            var useCase = new RecordProcessingJobs(store);
            while (!records.isEmpty()) {
                var batch = records.subList(0, Math.min(records.size(), 1 + random.nextInt(20)));
                useCase.record(batch);
                batch.clear();
            }
            assertThat(StoredJobs.in(store, scope))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(
                            IntStream.range(0, 10)
                                    .mapToObj(i -> version("job-" + i, scope, 7))
                                    .toList());
        }
    }

    private static ProcessingJob version(String name, Scope scope, int version) {
        var statuses = ProcessingJobStatus.values();
        return job(name)
                .in(scope)
                .status(statuses[version % statuses.length])
                .modified(CREATED.plusMillis(version))
                .exitMessage("version " + version)
                .build();
    }
}
