package dev.rollcall.application;

import static dev.rollcall.application.Jobs.request;
import static dev.rollcall.application.Lister.JOBS;
import static dev.rollcall.application.Lister.listed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.application.ListingResult.Listed;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A page whose store stops before it is full.
class ShortPagesTest {

    private final Lister lister = new Lister();
    private final List<WorkBudget> budgets = new ArrayList<>();

    @Test
    void a_store_that_stops_is_asked_again_until_the_page_is_full() {
        var page = firstPage(examining(4, Duration.ZERO));

        assertThat(page.jobs()).isEqualTo(JOBS.subList(0, 10));
        assertThat(budgets).hasSize(3);
    }

    @Test
    void a_page_is_collected_in_a_short_slice_and_then_in_longer_ones() {
        firstPage(examining(4, Duration.ZERO));

        assertThat(budgets)
                .extracting(WorkBudget::time)
                .containsExactly(
                        Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofMillis(100));
        assertThat(budgets).extracting(WorkBudget::rows).containsOnly(1_000_000);
    }

    /// Otherwise all of a slice might be spent on what cannot be divided.
    @Test
    void a_slice_that_overran_makes_the_next_one_longer_up_to_what_is_left_of_the_page_s_time() {
        firstPage(examining(4, Duration.ofMillis(39)));
        firstPage(examining(4, Duration.ofMillis(600)));

        assertThat(budgets)
                .extracting(budget -> budget.time().toMillis())
                .containsExactly(10L, 300L, 100L, 10L, 1395L, 100L);
    }

    @Test
    void a_page_whose_time_is_spent_is_short_and_has_a_token() {
        var page = firstPage(examining(2, Duration.ofSeconds(1)));

        assertThat(page.jobs()).isEqualTo(JOBS.subList(0, 4));
        assertThat(page.nextToken()).isPresent();
    }

    @Test
    void even_a_store_that_exceeds_its_time_makes_progress() {
        var page = firstPage(examining(1, Duration.ofHours(1)));

        assertThat(page.jobs()).isEqualTo(JOBS.subList(0, 1));
        assertThat(page.nextToken()).isPresent();
    }

    @Test
    void a_walk_of_short_and_empty_pages_lists_every_job_once() {
        var listing = lister.over(examining(1, Duration.ofMillis(700)));
        var jobs = new ArrayList<ProcessingJob>();
        var tokens = new ArrayList<String>();
        int empty = 0;

        Optional<String> token = Optional.empty();
        do {
            var page = listed(listing, request(10, token).withNameContains("0"));
            empty += page.jobs().isEmpty() ? 1 : 0;
            jobs.addAll(page.jobs());
            token = page.nextToken();
            token.ifPresent(tokens::add);
        } while (token.isPresent());

        assertThat(jobs)
                .isEqualTo(JOBS.stream().filter(job -> job.name().value().contains("0")).toList());
        assertThat(empty).isPositive();
        assertThat(tokens).doesNotHaveDuplicates();
    }

    /// Otherwise a client would get one token after another and never reach the end.
    @Test
    void a_store_that_makes_no_progress_ends_the_walk() {
        var stuck = Ordering.DEFAULT.positionOf(JOBS.get(4));
        var listing = lister.over(stoppingAt(stuck, Duration.ofSeconds(2)));
        var first = listed(listing, request(10, Optional.empty()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> listed(listing, request(10, first.nextToken())))
                .withMessageContaining("The store stopped at " + stuck);
    }

    @Test
    void a_store_that_makes_no_progress_within_a_page_ends_it() {
        var listing =
                lister.over(stoppingAt(Ordering.DEFAULT.positionOf(JOBS.get(4)), Duration.ZERO));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> listed(listing, request(10, Optional.empty())));
        assertThat(budgets).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void a_page_budget_is_positive(Duration budget) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lister.over(examining(1, Duration.ZERO), budget));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void a_work_budget_has_at_least_one_row(int rows) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkBudget(rows, Duration.ofSeconds(1)));
    }

    private Listed firstPage(FindProcessingJobs store) {
        return listed(lister.over(store), request(10, Optional.empty()));
    }

    /// A faulty store, which finds nothing and stops at the same position in every call.
    private FindProcessingJobs stoppingAt(Position position, Duration time) {
        return (selection, budget) -> {
            budgets.add(budget);
            lister.pass(time);
            return new Slice.Stopped(List.of(), position);
        };
    }

    /// A store that examines a few jobs in each call, matching or not, while time passes.
    private FindProcessingJobs examining(int rows, Duration time) {
        return (selection, budget) -> {
            budgets.add(budget);
            assertThat(budgets).as("a walk without an end").hasSizeLessThan(100);
            lister.pass(time);
            var ahead = new Selection(withoutFilters(selection), selection.ordering(), rows);
            var examined = ahead.from(JOBS);
            var found = selection.from(examined);
            return examined.size() < rows
                    ? new Slice.Full(found)
                    : new Slice.Stopped(found, selection.ordering().positionOf(examined.getLast()));
        };
    }

    private static List<Criterion> withoutFilters(Selection selection) {
        return selection.criteria().stream()
                .filter(criterion -> !(criterion instanceof Criterion.Filter))
                .toList();
    }
}
