package dev.rollcall.plan;

import static dev.rollcall.plan.NumberedJobs.AMPLE;
import static dev.rollcall.plan.NumberedJobs.LONG;
import static dev.rollcall.plan.NumberedJobs.MARKED;
import static dev.rollcall.plan.NumberedJobs.RECENT;
import static dev.rollcall.plan.NumberedJobs.jobs;
import static dev.rollcall.plan.NumberedJobs.numbers;
import static dev.rollcall.plan.NumberedJobs.place;
import static dev.rollcall.plan.NumberedJobs.recorded;
import static dev.rollcall.plan.NumberedJobs.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.plan.RecordedJobs.Count;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;

/// How far a search walks along the listing's own order.
class BoundedScanTest {

    @ParameterizedTest
    @CsvSource({"1000000, 2000", "8000, 2000", "7996, 1999", "400, 100", "7, 1", "1, 1"})
    void a_search_walks_a_quarter_of_its_budget_first_and_no_more_than_2000_entries(
            int rows, int first) {
        var jobs = recorded(jobs(3_000, i -> false, i -> false));

        BoundedScan.slice(select(11, MARKED), new WorkBudget(rows, LONG), jobs);

        assertThat(jobs.walks).first().isEqualTo(first);
    }

    @Test
    void a_slice_that_fills_in_the_first_walk_costs_nothing_else() {
        var jobs = recorded(jobs(3_000, i -> i == 1_999, i -> false));

        var slice = BoundedScan.slice(select(1, MARKED), AMPLE, jobs);

        assertThat(numbers(slice)).containsExactly(1_999);
        assertThat(slice).isInstanceOf(Slice.Full.class);
        assertThat(jobs.walks).hasSize(1);
        assertThat(jobs.counts).isEmpty();
    }

    @Test
    void a_listing_that_ends_in_the_first_walk_costs_nothing_else() {
        var jobs = recorded(jobs(1_999, i -> i == 7, i -> false));

        var slice = BoundedScan.slice(select(11, MARKED), AMPLE, jobs);

        assertThat(numbers(slice)).containsExactly(7);
        assertThat(slice).isInstanceOf(Slice.Full.class);
        assertThat(jobs.walks).hasSize(1);
        assertThat(jobs.counts).isEmpty();
    }

    @Test
    void a_walk_that_will_fill_the_slice_within_8000_entries_goes_on() {
        var jobs = recorded(jobs(50_000, i -> i % 400 == 0, i -> false));

        var slice = BoundedScan.slice(select(21, MARKED), AMPLE, jobs);

        assertThat(numbers(slice)).startsWith(0, 400).endsWith(8_000);
        assertThat(jobs.counts).isEmpty();
    }

    @Test
    void a_search_without_a_narrow_way_stops_where_it_spent_its_budget_and_not_at_a_match() {
        var jobs = recorded(jobs(30_000, i -> i < 13_000, i -> i == 5_000 || i >= 13_000));

        var slice =
                BoundedScan.slice(select(11, RECENT, MARKED), new WorkBudget(30_000, LONG), jobs);

        assertThat(numbers(slice)).containsExactly(5_000);
        assertThat(slice).isEqualTo(new Slice.Stopped(slice.jobs(), place(16_062)));
        assertThat(jobs.counts)
                .containsExactly(
                        new Count(JobIndex.BY_MODIFICATION, 3_000),
                        new Count(JobIndex.BY_MODIFICATION, 25_000 / 4),
                        new Count(JobIndex.BY_TEXT, 18_750 / 4));
        assertThat(jobs.walks.stream().mapToInt(rows -> rows).sum()).isEqualTo(16_063);
    }

    @Test
    void a_search_without_a_narrow_way_comes_to_the_end_of_the_listing() {
        var jobs = recorded(jobs(110_000, i -> i < 55_000, i -> i == 5_000 || i >= 55_000));

        var slice = BoundedScan.slice(select(11, RECENT, MARKED), AMPLE, jobs);

        assertThat(slice).isInstanceOf(Slice.Full.class);
        assertThat(numbers(slice)).containsExactly(5_000);
        assertThat(jobs.fetched).isEmpty();
    }

    @Test
    void a_search_whose_only_way_the_store_cannot_count_walks_on() {
        var jobs = recorded(jobs(5_000, i -> i == 4_990, i -> false));

        var slice = BoundedScan.slice(select(11, MARKED), AMPLE, jobs.without(JobIndex.BY_TEXT));

        assertThat(slice).isInstanceOf(Slice.Full.class);
        assertThat(numbers(slice)).containsExactly(4_990);
        assertThat(jobs.fetched).isEmpty();
    }

    @Test
    void a_search_without_time_stops_after_its_first_walk() {
        var jobs = recorded(jobs(5_000, i -> i == 4_990, i -> false));

        assertThat(
                        BoundedScan.slice(
                                select(11, MARKED), new WorkBudget(1_000, Duration.ZERO), jobs))
                .isEqualTo(new Slice.Stopped(List.of(), place(249)));
        assertThat(jobs.counts).isEmpty();
    }

    @Test
    void a_search_without_time_and_with_one_row_examines_one_entry() {
        var jobs = recorded(jobs(5_000, i -> i == 4_990, i -> false));
        Selection rest = select(11, MARKED).beyond(place(99));

        assertThat(BoundedScan.slice(rest, new WorkBudget(1, Duration.ZERO), jobs))
                .isEqualTo(new Slice.Stopped(List.of(), place(100)));
    }

    @Test
    void a_search_may_take_longer_than_nanoseconds_can_be_counted() {
        var jobs = recorded(jobs(5_000, i -> i == 4_990, i -> false));
        var forever = new WorkBudget(1_000_000, Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(numbers(BoundedScan.slice(select(11, MARKED), forever, jobs)))
                .containsExactly(4_990);
    }
}
