package dev.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.ListingRequest;
import dev.rollcall.domain.listings.Slice;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// However small the budget is, each call makes progress, and the slices make up the listing.
abstract class BudgetContract {

    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void slices_of_one_row_make_up_the_listing(ProcessingJobStore store) {
        assertSlicesMakeUpTheListing(store, new WorkBudget(1, LONG));
    }

    @Test
    void slices_of_seven_rows_make_up_the_listing(ProcessingJobStore store) {
        assertSlicesMakeUpTheListing(store, new WorkBudget(7, LONG));
    }

    @Test
    void slices_of_fifty_rows_make_up_the_listing(ProcessingJobStore store) {
        assertSlicesMakeUpTheListing(store, new WorkBudget(50, LONG));
    }

    @Test
    void slices_of_no_time_at_all_make_up_the_listing(ProcessingJobStore store) {
        assertSlicesMakeUpTheListing(store, new WorkBudget(Integer.MAX_VALUE, Duration.ZERO));
    }

    @Test
    void a_limit_that_is_reached_within_the_budget_gives_a_full_slice(ProcessingJobStore store) {
        List<ProcessingJob> all = new AdversarialJobs(51).jobs(List.of(JobBuilder.SCOPE), 48);
        store.upsert(all);
        var selection =
                Walk.query(AdversarialRequests.EVERYTHING, JobBuilder.SCOPE)
                        .select(Optional.empty(), 11);
        assertThat(store.find(selection, new WorkBudget(11, LONG)))
                .isEqualTo(new Slice.Full(selection.from(all)));
    }

    private static void assertSlicesMakeUpTheListing(ProcessingJobStore store, WorkBudget budget) {
        for (long seed = 52; seed <= 56; seed++) {
            var jobs = new AdversarialJobs(seed);
            List<Scope> scopes = jobs.scopes();
            List<ProcessingJob> all = jobs.jobs(scopes, 48);
            store.upsert(all);
            var requests = new AdversarialRequests(seed, all);
            for (int i = 0; i < 25; i++) {
                ListingRequest request = requests.next();
                var query = Walk.query(request, scopes.getLast());
                assertThat(new Walk("seed " + seed, store, query).under(budget, all))
                        .as("seed %d, %s of %s", seed, budget, query)
                        .isEqualTo(query.select(Optional.empty(), all.size()).from(all));
            }
        }
    }
}
