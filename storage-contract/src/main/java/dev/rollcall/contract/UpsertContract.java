package dev.rollcall.contract;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.SortKey;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What is stored is listed, whole.
abstract class UpsertContract {

    static final ProcessingJob STARTED = job("one").modified(CREATED.plusMillis(5)).build();

    static final ProcessingJob ENDED =
            job("one")
                    .status(ProcessingJobStatus.FAILED)
                    .modified(CREATED.plusMillis(6))
                    .ended(CREATED.plusMillis(4))
                    .exitMessage("killed")
                    .failureReason("out of memory")
                    .build();

    @Test
    void a_new_store_has_no_jobs(ProcessingJobStore store) {
        assertThat(StoredJobs.in(store)).isEmpty();
    }

    @Test
    void an_empty_batch_changes_nothing(ProcessingJobStore store) {
        assertThat(store.upsert(List.of())).isZero();
        assertThat(StoredJobs.in(store)).isEmpty();
    }

    @Test
    void every_member_is_listed_as_it_was_stored(ProcessingJobStore store) {
        store.upsert(List.of(ENDED));
        assertThat(StoredJobs.in(store)).containsExactly(ENDED);
    }

    @Test
    void an_arn_is_listed_as_it_came_in_whatever_case(ProcessingJobStore store) {
        var jobs =
                List.of(
                        job("Clarify-Bias-1").nameInArn("clarify-bias-1").build(),
                        job("Train-7").nameInArn("Train-7").build(),
                        job("train-8").nameInArn("TRAIN-8").build());
        store.upsert(jobs);
        var inProgress = new Criterion.StatusIs(ProcessingJobStatus.IN_PROGRESS);
        for (SortKey key : SortKey.values()) {
            assertThat(StoredJobs.in(store, key)).containsExactlyElementsOf(jobs);
            assertThat(StoredJobs.in(store, key, inProgress)).containsExactlyElementsOf(jobs);
        }
    }

    @Test
    void names_that_differ_in_case_are_two_jobs_even_if_their_arns_are_one(
            ProcessingJobStore store) {
        var upper = job("ONE").nameInArn("one").build();
        assertThat(store.upsert(List.of(upper, STARTED))).isEqualTo(2);
        assertThat(StoredJobs.in(store)).containsExactly(upper, STARTED);
    }

    @Test
    void every_status_is_listed_as_it_was_stored(ProcessingJobStore store) {
        List<ProcessingJob> jobs = new ArrayList<>();
        for (ProcessingJobStatus status : ProcessingJobStatus.values()) {
            jobs.add(job(status.wireName()).status(status).build());
        }
        store.upsert(jobs);
        assertThat(StoredJobs.in(store)).containsExactlyInAnyOrderElementsOf(jobs);
    }

    @Test
    void every_message_is_listed_to_its_last_code_point(ProcessingJobStore store) {
        List<ProcessingJob> jobs = new ArrayList<>();
        for (String text : AdversarialTexts.MESSAGES) {
            jobs.add(job("exit-" + jobs.size()).exitMessage(text).build());
            jobs.add(job("reason-" + jobs.size()).failureReason(text).build());
        }
        store.upsert(jobs);
        assertThat(StoredJobs.in(store)).containsExactlyInAnyOrderElementsOf(jobs);
    }

    @Test
    void the_earliest_and_the_latest_time_are_listed_as_they_were_stored(ProcessingJobStore store) {
        Instant first = Instant.parse("0000-01-01T00:00:00Z");
        Instant last = Instant.parse("9999-12-31T23:59:59.999Z");
        var jobs =
                List.of(
                        job("first").created(first).modified(first).ended(first).build(),
                        job("last").created(last).modified(last).ended(last).build());
        store.upsert(jobs);
        assertThat(StoredJobs.in(store)).containsExactlyElementsOf(jobs);
    }

    @Test
    void the_same_name_in_another_scope_is_another_job(ProcessingJobStore store) {
        var elsewhere =
                List.of(
                        Scope.of("123456789012", "us-east-2"),
                        Scope.of("000000000001", "us-east-1"));
        store.upsert(List.of(STARTED));
        for (Scope scope : elsewhere) {
            var namesake = job("one").in(scope).modified(CREATED.plusMillis(99)).build();
            assertThat(store.upsert(List.of(namesake))).isEqualTo(1);
            assertThat(StoredJobs.in(store, scope)).containsExactly(namesake);
        }
        assertThat(StoredJobs.in(store)).containsExactly(STARTED);
    }

    @Test
    void one_batch_may_span_scopes(ProcessingJobStore store) {
        var random = new AdversarialJobs(11);
        var scopes = random.scopes();
        var jobs = random.jobs(scopes, 20);
        assertThat(store.upsert(jobs)).isEqualTo(60);
        for (Scope scope : scopes) {
            assertThat(StoredJobs.in(store, scope))
                    .containsExactlyInAnyOrderElementsOf(
                            jobs.stream().filter(j -> j.scope().equals(scope)).toList());
        }
    }

    @Test
    void a_large_batch_is_stored_whole(ProcessingJobStore store) {
        var jobs = IntStream.range(0, 1000).mapToObj(i -> job("job-" + i).build()).toList();
        assertThat(store.upsert(jobs)).isEqualTo(1000);
        assertThat(StoredJobs.in(store)).containsExactlyInAnyOrderElementsOf(jobs);
    }

    @Test
    void a_closed_store_is_unavailable(ProcessingJobStore store) {
        store.upsert(List.of(STARTED));
        store.close();
        assertThatExceptionOfType(StorageUnavailable.class).isThrownBy(() -> StoredJobs.in(store));
        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() -> store.upsert(List.of(ENDED)));
    }

    @Test
    void a_store_may_be_closed_twice(ProcessingJobStore store) {
        store.close();
        store.close();
    }
}
