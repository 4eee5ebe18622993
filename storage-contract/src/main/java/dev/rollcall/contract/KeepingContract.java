package dev.rollcall.contract;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.SCOPE;
import static dev.rollcall.contract.JobBuilder.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.application.RecordProcessingJobs.Recorded;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.domain.ProcessingJob;
import dev.rollcall.domain.ProcessingJobStatus;
import dev.rollcall.domain.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What becomes of records: the newest of each job stays, whole.
abstract class KeepingContract {

    private static final ProcessingJob STARTED = job("one").modified(CREATED.plusMillis(5)).build();
    private static final ProcessingJob ENDED =
            job("one")
                    .status(ProcessingJobStatus.FAILED)
                    .modified(CREATED.plusMillis(6))
                    .ended(CREATED.plusMillis(4))
                    .exitMessage("killed")
                    .failureReason("out of memory")
                    .build();

    @Test
    void a_new_store_has_no_jobs(ProcessingJobStore store) {
        assertThat(kept(store, SCOPE)).isEmpty();
    }

    @Test
    void keeping_nothing_changes_nothing(ProcessingJobStore store) {
        assertThat(store.keep(List.of())).isZero();
        assertThat(kept(store, SCOPE)).isEmpty();
    }

    @Test
    void every_member_comes_back_as_it_was(ProcessingJobStore store) {
        store.keep(List.of(ENDED));
        assertThat(kept(store, SCOPE)).containsExactly(ENDED);
    }

    @Test
    void every_status_comes_back(ProcessingJobStore store) {
        List<ProcessingJob> jobs = new ArrayList<>();
        for (ProcessingJobStatus status : ProcessingJobStatus.values()) {
            jobs.add(job(status.wireName()).status(status).build());
        }
        store.keep(jobs);
        assertThat(kept(store, SCOPE)).containsExactlyInAnyOrderElementsOf(jobs);
    }

    @Test
    void every_message_comes_back_to_the_last_code_point(ProcessingJobStore store) {
        List<ProcessingJob> jobs = new ArrayList<>();
        for (String text : NastyTexts.MESSAGES) {
            jobs.add(job("exit-" + jobs.size()).exitMessage(text).build());
            jobs.add(job("reason-" + jobs.size()).failureReason(text).build());
        }
        store.keep(jobs);
        assertThat(kept(store, SCOPE)).containsExactlyInAnyOrderElementsOf(jobs);
    }

    @Test
    void the_first_and_the_last_moment_there_are_come_back(ProcessingJobStore store) {
        Instant first = Instant.parse("0000-01-01T00:00:00Z");
        Instant last = Instant.parse("9999-12-31T23:59:59.999Z");
        var jobs =
                List.of(
                        job("first").created(first).modified(first).ended(first).build(),
                        job("last").created(last).modified(last).ended(last).build());
        store.keep(jobs);
        assertThat(kept(store, SCOPE)).containsExactlyElementsOf(jobs);
    }

    @Test
    void a_newer_record_replaces_the_whole_of_an_older_one(ProcessingJobStore store) {
        store.keep(List.of(STARTED));
        assertThat(store.keep(List.of(ENDED))).isEqualTo(1);
        assertThat(kept(store, SCOPE)).containsExactly(ENDED);
    }

    @Test
    void a_newer_record_may_drop_what_an_older_one_had(ProcessingJobStore store) {
        var bare = job("one").modified(ENDED.lastModifiedTime().plusMillis(1)).build();
        store.keep(List.of(ENDED));
        assertThat(store.keep(List.of(bare))).isEqualTo(1);
        assertThat(kept(store, SCOPE)).containsExactly(bare);
    }

    @Test
    void a_newer_record_may_correct_the_creation_time(ProcessingJobStore store) {
        var corrected =
                job("one").created(CREATED.minusMillis(9)).modified(CREATED.plusMillis(9)).build();
        store.keep(List.of(STARTED, job("two").build()));
        store.keep(List.of(corrected));
        assertThat(kept(store, SCOPE)).containsExactly(corrected, job("two").build());
    }

    @Test
    void an_older_record_changes_nothing(ProcessingJobStore store) {
        store.keep(List.of(ENDED));
        assertThat(store.keep(List.of(STARTED))).isZero();
        assertThat(kept(store, SCOPE)).containsExactly(ENDED);
    }

    @Test
    void of_two_records_of_the_same_moment_the_first_stays(ProcessingJobStore store) {
        var rival =
                job("one")
                        .status(ProcessingJobStatus.STOPPED)
                        .modified(ENDED.lastModifiedTime())
                        .build();
        store.keep(List.of(ENDED));
        assertThat(store.keep(List.of(rival))).isZero();
        assertThat(kept(store, SCOPE)).containsExactly(ENDED);
    }

    @Test
    void the_count_tells_how_many_of_a_batch_were_kept(ProcessingJobStore store) {
        store.keep(List.of(STARTED, job("same").build()));
        int count = store.keep(List.of(job("new").build(), job("same").build(), ENDED));
        assertThat(count).isEqualTo(2);
        assertThat(kept(store, SCOPE))
                .containsExactlyInAnyOrder(job("new").build(), job("same").build(), ENDED);
    }

    @Test
    void the_same_name_in_another_scope_is_another_job(ProcessingJobStore store) {
        var elsewhere =
                List.of(
                        Scope.of("123456789012", "us-east-2"),
                        Scope.of("000000000001", "us-east-1"));
        store.keep(List.of(STARTED));
        for (Scope scope : elsewhere) {
            var namesake = job("one").in(scope).modified(CREATED.plusMillis(99)).build();
            assertThat(store.keep(List.of(namesake))).isEqualTo(1);
            assertThat(kept(store, scope)).containsExactly(namesake);
        }
        assertThat(kept(store, SCOPE)).containsExactly(STARTED);
    }

    @Test
    void one_batch_may_span_scopes(ProcessingJobStore store) {
        var random = new NastyJobs(11);
        var scopes = random.scopes();
        var jobs = random.jobs(scopes, 20);
        assertThat(store.keep(jobs)).isEqualTo(60);
        for (Scope scope : scopes) {
            assertThat(kept(store, scope))
                    .containsExactlyInAnyOrderElementsOf(
                            jobs.stream().filter(j -> j.scope().equals(scope)).toList());
        }
    }

    @Test
    void recording_all_of_it_again_changes_nothing(ProcessingJobStore store) {
        var random = new NastyJobs(12);
        var scopes = random.scopes();
        var jobs = random.jobs(scopes, 45);
        var useCase = new RecordProcessingJobs(store);
        assertThat(useCase.record(jobs)).isEqualTo(new Recorded(jobs.size(), 0));
        assertThat(useCase.record(jobs)).isEqualTo(new Recorded(0, jobs.size()));
        assertThat(kept(store, scopes.getFirst())).hasSize(45);
    }

    @Test
    void records_in_any_order_and_any_batches_end_in_the_newest(ProcessingJobStore store) {
        for (long seed = 1; seed <= 10; seed++) {
            var random = new Random(seed);
            Scope scope = new NastyJobs(seed).scopes().getFirst();
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
            assertThat(kept(store, scope))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(
                            IntStream.range(0, 10)
                                    .mapToObj(i -> version("job-" + i, scope, 7))
                                    .toList());
        }
    }

    @Test
    void a_large_batch_is_kept_whole(ProcessingJobStore store) {
        var jobs = IntStream.range(0, 1000).mapToObj(i -> job("job-" + i).build()).toList();
        assertThat(store.keep(jobs)).isEqualTo(1000);
        assertThat(kept(store, SCOPE)).containsExactlyInAnyOrderElementsOf(jobs);
    }

    @Test
    void a_closed_store_is_unavailable(ProcessingJobStore store) {
        store.keep(List.of(STARTED));
        store.close();
        assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> kept(store, SCOPE));
        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() -> store.keep(List.of(ENDED)));
    }

    @Test
    void a_store_may_be_closed_twice(ProcessingJobStore store) {
        store.close();
        store.close();
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

    private static List<ProcessingJob> kept(ProcessingJobStore store, Scope scope) {
        var everything = Walk.query(NastyRequests.EVERYTHING, scope);
        return store.find(everything.select(Optional.empty(), 2_000), Walk.AMPLE).jobs();
    }
}
