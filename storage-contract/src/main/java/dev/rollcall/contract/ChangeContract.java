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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// What a walk promises while jobs change between its pages.
abstract class ChangeContract {

    /// Named `job-00`, `job-02`, …, all created in the same millisecond; the names between are
    /// free.
    private static final List<ProcessingJob> JOBS =
            IntStream.range(0, 20).mapToObj(i -> at(2 * i).build()).toList();

    @ParameterizedTest
    @EnumSource
    void a_page_continues_after_a_job_that_has_changed_since(
            SortOrder order, ProcessingJobStore store) {
        for (SortKey key : List.of(SortKey.NAME, SortKey.CREATION_TIME)) {
            store.upsert(JOBS);
            var walk = new TokenWalk(SCOPE, AdversarialRequests.sorted(key, order), 3);
            long changes = 1;
            while (!walk.hasEnded()) {
                store.upsert(List.of(failed(walk.next(store).getLast(), changes++)));
            }
            assertThat(walk.toTheEnd(store))
                    .extracting(ProcessingJob::name)
                    .containsExactlyElementsOf(names(inOrder(JOBS, order)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void by_status_each_unchanged_job_is_listed_once_while_others_change(
            SortOrder order, ProcessingJobStore store) {
        store.upsert(JOBS);
        var walk = new TokenWalk(SCOPE, AdversarialRequests.sorted(SortKey.STATUS, order), 3);
        List<ProcessingJob> changed = new ArrayList<>();
        while (!walk.hasEnded()) {
            var last = walk.next(store).getLast();
            if (last.status() == ProcessingJobStatus.IN_PROGRESS) {
                changed.add(last);
                store.upsert(List.of(failed(last, 1)));
            }
        }
        List<ProcessingJob> unchanged = new ArrayList<>(JOBS);
        unchanged.removeAll(changed);
        assertThat(changed).isNotEmpty();
        assertThat(walk.toTheEnd(store))
                .filteredOn(unchanged::contains)
                .containsExactlyElementsOf(inOrder(unchanged, order));
    }

    @ParameterizedTest
    @EnumSource
    void a_new_job_after_the_page_is_listed_and_one_before_it_is_not(
            SortOrder order, ProcessingJobStore store) {
        for (SortKey key : SortKey.values()) {
            var scope = Scope.of("123456789012", key.wireName().toLowerCase(Locale.ROOT));
            store.upsert(JOBS.stream().map(job -> in(scope, job)).toList());
            var walk = new TokenWalk(scope, AdversarialRequests.sorted(key, order), 3);
            walk.next(store);
            walk.next(store);
            ProcessingJob last = walk.next(store).getLast();
            int place = names(JOBS).indexOf(last.name()) * 2;
            store.upsert(List.of(at(place - 1).in(scope).build(), at(place + 1).in(scope).build()));
            List<ProcessingJob> expected = new ArrayList<>(JOBS);
            expected.add(at(order == SortOrder.ASCENDING ? place + 1 : place - 1).build());
            expected.sort(Comparator.comparing(ProcessingJob::name));
            assertThat(walk.toTheEnd(store))
                    .as("by %s", key)
                    .extracting(ProcessingJob::name)
                    .containsExactlyElementsOf(names(inOrder(expected, order)));
        }
    }

    @Test
    void a_new_job_is_listed_at_once(ProcessingJobStore store) {
        for (ProcessingJob job : JOBS) {
            store.upsert(List.of(job));
            assertThat(new TokenWalk(SCOPE, AdversarialRequests.EVERYTHING, 100).toTheEnd(store))
                    .contains(job);
        }
    }

    @Test
    void a_job_that_changed_leaves_the_listing_of_its_old_status(ProcessingJobStore store) {
        store.upsert(JOBS);
        store.upsert(List.of(failed(JOBS.get(3), 1)));
        for (SortKey key : SortKey.values()) {
            var inProgress = AdversarialRequests.ofStatus(ProcessingJobStatus.IN_PROGRESS, key);
            assertThat(new TokenWalk(SCOPE, inProgress, 7).toTheEnd(store))
                    .hasSize(JOBS.size() - 1)
                    .doesNotContain(JOBS.get(3));
            var failed = AdversarialRequests.ofStatus(ProcessingJobStatus.FAILED, key);
            assertThat(new TokenWalk(SCOPE, failed, 7).toTheEnd(store))
                    .containsExactly(failed(JOBS.get(3), 1));
        }
    }

    private static JobBuilder at(int place) {
        return job("job-%02d".formatted(place));
    }

    private static ProcessingJob in(Scope scope, ProcessingJob job) {
        return job(job.name().value()).in(scope).build();
    }

    private static ProcessingJob failed(ProcessingJob job, long change) {
        return job(job.name().value())
                .status(ProcessingJobStatus.FAILED)
                .modified(CREATED.plusSeconds(change))
                .build();
    }

    private static <T> List<T> inOrder(List<T> ascending, SortOrder order) {
        return order == SortOrder.ASCENDING ? ascending : ascending.reversed();
    }

    private static List<ProcessingJobName> names(List<ProcessingJob> jobs) {
        return jobs.stream().map(ProcessingJob::name).toList();
    }
}
