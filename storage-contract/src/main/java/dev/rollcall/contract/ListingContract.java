package dev.rollcall.contract;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.SCOPE;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.RecordProcessingJobs;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.ListingRequest;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.PageSize;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Every page of a listing has the jobs that its selection means, in that order.
abstract class ListingContract {

    private static final int SEEDS = 25;
    private static final int REQUESTS_PER_SEED = 24;

    @Test
    void random_listings_of_random_jobs_equal_the_oracle_page_by_page(ProcessingJobStore store) {
        int walks = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            var random = new Random(seed);
            var jobs = new AdversarialJobs(seed);
            List<Scope> scopes = jobs.scopes();
            List<ProcessingJob> all = jobs.jobs(scopes, 1 + random.nextInt(48));
            store.upsert(all);
            var requests = new AdversarialRequests(seed, all);
            for (int i = 0; i < REQUESTS_PER_SEED; i++) {
                Scope scope = scopes.get(random.nextInt(scopes.size()));
                var walk = walk(seed, store, Walk.query(requests.next(), scope));
                assertWalksAtEverySize(walk, all);
                walks++;
            }
        }
        assertThat(walks).isGreaterThanOrEqualTo(500);
    }

    @Test
    void every_combination_of_sort_order_and_filters_equals_the_oracle(ProcessingJobStore store) {
        long seed = 31;
        var jobs = new AdversarialJobs(seed);
        List<Scope> scopes = jobs.scopes();
        List<ProcessingJob> all = jobs.jobs(scopes, 48);
        store.upsert(all);
        new AdversarialRequests(seed, all)
                .everyCombination()
                .map(request -> walk(seed, store, Walk.query(request, scopes.getFirst())))
                .forEach(walk -> assertWalksAtEverySize(walk, all));
    }

    @Test
    void texts_that_no_name_contains_find_nothing(ProcessingJobStore store) {
        long seed = 32;
        var jobs = new AdversarialJobs(seed);
        List<Scope> scopes = jobs.scopes();
        List<ProcessingJob> all = jobs.jobs(scopes, 48);
        store.upsert(all);
        for (String text : AdversarialTexts.UNLIKE_ANY_NAME) {
            for (SortKey key : SortKey.values()) {
                var query =
                        new ListingQuery(
                                scopes.getFirst(),
                                List.of(new Criterion.NameContains(text)),
                                new Ordering(key, SortOrder.ASCENDING));
                assertThat(walk(seed, store, query).inPagesOf(10, all)).isEmpty();
            }
        }
    }

    @Test
    void upper_and_lower_case_matter(ProcessingJobStore store) {
        var all = List.of(job("Train").build(), job("train").build(), job("TRAIN").build());
        store.upsert(all);
        var query =
                new ListingQuery(
                        SCOPE,
                        List.of(new Criterion.NameContains("Train")),
                        new Ordering(SortKey.NAME, SortOrder.ASCENDING));
        assertThat(walk(0, store, query).inPagesOf(10, all)).containsExactly(all.getFirst());
    }

    @Test
    void names_sort_by_code_point(ProcessingJobStore store) {
        store.upsert(new AdversarialJobs(33).jobs(List.of(SCOPE), 48));
        var request = AdversarialRequests.sorted(SortKey.NAME, SortOrder.ASCENDING);
        assertThat(new TokenWalk(SCOPE, request, 7).toTheEnd(store))
                .extracting(job -> job.name().value())
                .containsExactlyElementsOf(new TreeSet<>(AdversarialTexts.NAMES));
    }

    @Test
    void ties_sort_by_name_in_the_direction_of_the_listing(ProcessingJobStore store) {
        var all = IntStream.range(0, 9).mapToObj(i -> job("job-" + i).build()).toList();
        store.upsert(all);
        for (SortKey key : SortKey.values()) {
            var ascending = AdversarialRequests.sorted(key, SortOrder.ASCENDING);
            var descending = AdversarialRequests.sorted(key, SortOrder.DESCENDING);
            assertThat(new TokenWalk(SCOPE, ascending, 2).toTheEnd(store)).isEqualTo(all);
            assertThat(new TokenWalk(SCOPE, descending, 2).toTheEnd(store))
                    .isEqualTo(all.reversed());
        }
    }

    @Test
    void walks_through_the_use_case_list_each_job_once(ProcessingJobStore store) {
        for (long seed = 41; seed <= 45; seed++) {
            var jobs = new AdversarialJobs(seed);
            List<Scope> scopes = jobs.scopes();
            List<ProcessingJob> all = jobs.jobs(scopes, 48);
            new RecordProcessingJobs(store).record(all);
            var requests = new AdversarialRequests(seed, all);
            for (int i = 0; i < 20; i++) {
                ListingRequest request = requests.next();
                var expected = oracle(Walk.query(request, scopes.get(1)), all);
                for (int size : List.of(1, 10, PageSize.MAX)) {
                    assertThat(new TokenWalk(scopes.get(1), request, size).toTheEnd(store))
                            .as("seed %d, pages of %d of %s", seed, size, request)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void a_token_of_one_store_continues_in_another_with_the_same_jobs(
            ProcessingJobStore store, ProcessingJobStore other) {
        long seed = 46;
        List<ProcessingJob> all = new AdversarialJobs(seed).jobs(List.of(SCOPE), 48);
        store.upsert(all);
        other.upsert(all.reversed());
        var reference = new ReferenceStore();
        reference.upsert(all);
        var stores = List.of(store, other, reference);
        for (SortKey key : SortKey.values()) {
            for (SortOrder order : SortOrder.values()) {
                var request = AdversarialRequests.sorted(key, order);
                var walk = new TokenWalk(SCOPE, request, 3);
                for (int page = 0; !walk.hasEnded(); page++) {
                    walk.next(stores.get(page % stores.size()));
                }
                assertThat(walk.toTheEnd(store))
                        .as("seed %d, %s", seed, request)
                        .isEqualTo(oracle(Walk.query(request, SCOPE), all));
            }
        }
    }

    @Test
    void a_scope_without_jobs_is_empty(ProcessingJobStore store) {
        store.upsert(List.of(job("one").created(CREATED).build()));
        var elsewhere = Scope.of("123456789012", "eu-central-1");
        assertThat(new TokenWalk(elsewhere, AdversarialRequests.EVERYTHING, 10).toTheEnd(store))
                .isEmpty();
    }

    private static Walk walk(long seed, ProcessingJobStore store, ListingQuery query) {
        return new Walk("seed " + seed, store, query);
    }

    /// With page sizes 1, 2, 3, and one less, as many, and one more than there are jobs.
    private static void assertWalksAtEverySize(Walk walk, List<ProcessingJob> all) {
        List<ProcessingJob> expected = oracle(walk.query(), all);
        int n = expected.size();
        List<Integer> sizes = new ArrayList<>(List.of(1, 2, 3, n - 1, n, n + 1));
        sizes.removeIf(size -> size < PageSize.MIN || size > PageSize.MAX);
        for (int size : new TreeSet<>(sizes)) {
            assertThat(walk.inPagesOf(size, all))
                    .as("%s, pages of %d of %s", walk.label(), size, walk.query())
                    .isEqualTo(expected);
        }
    }

    private static List<ProcessingJob> oracle(ListingQuery query, List<ProcessingJob> all) {
        return query.select(Optional.empty(), Integer.MAX_VALUE).from(all);
    }
}
