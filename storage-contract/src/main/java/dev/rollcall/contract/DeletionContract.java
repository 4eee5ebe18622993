package dev.rollcall.contract;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.SCOPE;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.ListingRequest;
import dev.rollcall.domain.listings.SortKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A job that is deleted is gone, and nothing else is.
abstract class DeletionContract {

    private static final Scope ELSEWHERE = Scope.of("123456789012", "us-east-2");

    /// Modified so late that a store may keep it in a place of its own.
    private static final JobDescription LATE =
            job("Late-1")
                    .nameInArn("late-1")
                    .status(ProcessingJobStatus.COMPLETED)
                    .modified(CREATED.plus(Duration.ofDays(30)))
                    .detail("RoleArn", "\"role\"")
                    .describe();

    @ParameterizedTest
    @EnumSource(SortKey.class)
    void a_deleted_job_is_found_in_no_way(SortKey key, ProcessingJobStore store) {
        var kept = job("kept").detail("RoleArn", "1").describe();
        store.upsert(List.of(LATE, kept), LATE.job().lastModifiedTime());
        store.delete(LATE.id());

        assertThat(store.read(LATE.id())).isEmpty();
        assertThat(store.read(LATE.job().arn())).isEmpty();
        assertThat(StoredJobs.in(store, key)).containsExactly(kept.job());
        assertThat(StoredJobs.in(store, key, new Criterion.NameContains("ate"))).isEmpty();
        assertThat(StoredJobs.in(store, key, new Criterion.StatusIs(LATE.job().status())))
                .isEmpty();
        List<JobDescription> read = new ArrayList<>();
        store.readAll(read::add);
        assertThat(read).containsExactly(kept);
    }

    @Test
    void a_job_of_the_same_name_has_nothing_of_the_deleted_one(ProcessingJobStore store) {
        store.upsert(List.of(LATE), LATE.job().lastModifiedTime());
        store.delete(LATE.id());
        var next = job("Late-1").describe();
        assertThat(store.upsert(List.of(next), CREATED)).isEqualTo(1);
        assertThat(store.read(next.id())).contains(next);
        assertThat(store.read(LATE.job().arn())).isEmpty();
    }

    @Test
    void jobs_of_other_names_and_scopes_remain(ProcessingJobStore store) {
        var others =
                List.of(job("One").build(), job("one-1").build(), job("one").in(ELSEWHERE).build());
        store.upsert(others);
        store.delete(job("one").build().id());
        for (ProcessingJob other : others) {
            assertThat(store.read(other.id())).contains(new JobDescription(other));
        }
    }

    @Test
    void a_job_that_is_not_there_can_be_deleted_again_and_again(ProcessingJobStore store) {
        var one = job("one").build();
        store.delete(one.id());
        store.upsert(List.of(one));
        store.delete(one.id());
        store.delete(one.id());
        assertThat(StoredJobs.in(store)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SortKey.class)
    void a_walk_sees_each_surviving_job_once_while_others_are_deleted(
            SortKey key, ProcessingJobStore store) {
        var jobs =
                IntStream.range(0, 30)
                        .mapToObj(i -> job("job-%02d".formatted(i)))
                        .map(JobBuilder::build)
                        .toList();
        store.upsert(jobs);
        var walk = new TokenWalk(SCOPE, ListingRequest.everything().withSortBy(key.wireName()), 10);
        var first = walk.next(store);
        // The one where the next page begins, one that was seen, and one that is ahead.
        for (int i : List.of(9, 3, 20)) {
            store.delete(jobs.get(i).id());
        }
        assertThat(first).containsExactlyElementsOf(jobs.subList(0, 10));
        var ahead = new ArrayList<>(jobs);
        ahead.remove(20);
        assertThat(walk.toTheEnd(store)).containsExactlyElementsOf(ahead);
    }

    @Test
    void a_closed_store_deletes_nothing(ProcessingJobStore store) {
        var one = job("one").build();
        store.upsert(List.of(one));
        store.close();
        assertThatExceptionOfType(StorageUnavailable.class)
                .isThrownBy(() -> store.delete(one.id()));
    }
}
