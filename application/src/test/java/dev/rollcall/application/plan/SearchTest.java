package dev.rollcall.application.plan;

import static dev.rollcall.application.plan.OddJobs.NOON;
import static dev.rollcall.application.plan.OddJobs.SCOPE;
import static dev.rollcall.domain.TimeField.CREATION_TIME;
import static dev.rollcall.domain.TimeField.LAST_MODIFIED_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.WorkBudget;
import dev.rollcall.application.plan.RecordedJobs.Count;
import dev.rollcall.domain.Criterion;
import dev.rollcall.domain.ListingQuery;
import dev.rollcall.domain.Ordering;
import dev.rollcall.domain.Position;
import dev.rollcall.domain.ProcessingJob;
import dev.rollcall.domain.ProcessingJobName;
import dev.rollcall.domain.Selection;
import dev.rollcall.domain.Slice;
import dev.rollcall.domain.SortKey;
import dev.rollcall.domain.SortOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a search of a listing by name goes about it. The name of a job begins with its number.
class SearchTest {

    private static final Ordering BY_NAME = new Ordering(SortKey.NAME, SortOrder.ASCENDING);
    private static final Duration LONG = Duration.ofHours(1);
    private static final WorkBudget AMPLE = new WorkBudget(1_000_000, LONG);
    private static final Instant RECENTLY = NOON.plusSeconds(60);
    private static final Criterion.Filter RECENT = new Criterion.After(LAST_MODIFIED_TIME, NOON);
    private static final Criterion.Filter YOUNG = new Criterion.After(CREATION_TIME, NOON);
    private static final Criterion.Filter MARKED = new Criterion.NameContains("x");

    @ParameterizedTest
    @CsvSource({"1000000, 2000", "8000, 2000", "7996, 1999", "400, 100", "7, 1", "1, 1"})
    void a_search_walks_a_quarter_of_its_budget_first_and_no_more_than_2000_entries(
            int rows, int first) {
        var jobs = recorded(jobs(3_000, i -> false, i -> false));

        Search.slice(select(11, MARKED), new WorkBudget(rows, LONG), jobs);

        assertThat(jobs.walks).first().isEqualTo(first);
    }

    @Test
    void a_way_of_250_entries_is_all_that_is_looked_at_and_its_jobs_are_read_whole() {
        var nextToNone = recorded(jobs(5_000, i -> false, i -> i >= 4_750));
        var more = recorded(jobs(5_000, i -> false, i -> i >= 4_749));

        var slice = Search.slice(select(11, RECENT), AMPLE, nextToNone);
        Search.slice(select(11, RECENT), AMPLE, more);

        assertThat(numbers(slice)).startsWith(4_750).endsWith(4_760);
        assertThat(nextToNone.counts).containsExactly(new Count(JobIndex.BY_MODIFICATION, 3_000));
        assertThat(nextToNone.readWhole).containsExactly(JobIndex.BY_MODIFICATION);
        assertThat(nextToNone.walks).isEmpty();
        assertThat(more.readWhole).isEmpty();
    }

    @Test
    void a_way_of_3000_entries_is_all_that_is_looked_at() {
        var few = recorded(jobs(5_000, i -> false, i -> i >= 2_000));
        var more = recorded(jobs(5_000, i -> false, i -> i >= 1_999));

        var slice = Search.slice(select(11, RECENT), AMPLE, few);
        Search.slice(select(11, RECENT), AMPLE, more);

        assertThat(numbers(slice)).startsWith(2_000).endsWith(2_010);
        assertThat(few.fetched).containsExactly(JobIndex.BY_MODIFICATION);
        assertThat(few.walks).isEmpty();
        assertThat(more.walks).isNotEmpty();
    }

    @Test
    void a_slice_that_fills_in_the_first_walk_costs_nothing_else() {
        var jobs = recorded(jobs(3_000, i -> i == 1_999, i -> false));

        var slice = Search.slice(select(1, MARKED), AMPLE, jobs);

        assertThat(numbers(slice)).containsExactly(1_999);
        assertThat(slice).isInstanceOf(Slice.Full.class);
        assertThat(jobs.walks).hasSize(1);
        assertThat(jobs.counts).isEmpty();
    }

    @Test
    void a_listing_that_ends_in_the_first_walk_costs_nothing_else() {
        var jobs = recorded(jobs(1_999, i -> i == 7, i -> false));

        var slice = Search.slice(select(11, MARKED), AMPLE, jobs);

        assertThat(numbers(slice)).containsExactly(7);
        assertThat(slice).isInstanceOf(Slice.Full.class);
        assertThat(jobs.walks).hasSize(1);
        assertThat(jobs.counts).isEmpty();
    }

    @Test
    void a_walk_that_will_fill_the_slice_within_8000_entries_goes_on() {
        var jobs = recorded(jobs(50_000, i -> i % 400 == 0, i -> false));

        var slice = Search.slice(select(21, MARKED), AMPLE, jobs);

        assertThat(numbers(slice)).startsWith(0, 400).endsWith(8_000);
        assertThat(jobs.counts).isEmpty();
    }

    @Test
    void a_walk_that_will_take_more_than_8000_entries_looks_for_a_way_of_a_quarter_of_that() {
        IntPredicate isMarked = i -> i % 400 == 0;
        var jobs =
                recorded(jobs(50_000, isMarked, i -> isMarked.test(i) || i > 45_600));

        var slice = Search.slice(select(51, RECENT, MARKED), AMPLE, jobs);

        assertThat(numbers(slice)).startsWith(0, 400).endsWith(20_000);
        assertThat(jobs.walks).containsExactly(2_000);
        assertThat(jobs.counts).last().isEqualTo(new Count(JobIndex.BY_MODIFICATION, 4_600));
        assertThat(jobs.fetched).containsExactly(JobIndex.BY_MODIFICATION);
    }

    @Test
    void a_text_is_looked_up_if_the_walk_will_take_more_than_100000_entries() {
        var near = recorded(jobs(5_000, i -> i == 1_000 || i == 4_000, i -> false));
        var far = recorded(jobs(5_000, i -> i == 1_000 || i == 4_000, i -> false));

        var walked = Search.slice(select(51, MARKED), AMPLE, near);
        var fetched = Search.slice(select(52, MARKED), AMPLE, far);

        assertThat(numbers(walked)).isEqualTo(numbers(fetched)).containsExactly(1_000, 4_000);
        assertThat(near.counts).isEmpty();
        assertThat(far.counts).containsExactly(new Count(JobIndex.BY_TEXT, 25_500));
        assertThat(far.fetched).containsExactly(JobIndex.BY_TEXT);
    }

    @Test
    void a_way_is_counted_no_further_than_the_best_so_far_and_the_shortest_is_taken() {
        var shortByCreation = recorded(jobsOfTwoTimes(20_000, 15_000, 14_000));
        var shortByModification = recorded(jobsOfTwoTimes(20_000, 13_000, 14_000));

        Search.slice(select(11, YOUNG, RECENT), AMPLE, shortByCreation);
        Search.slice(select(11, YOUNG, RECENT), AMPLE, shortByModification);

        assertThat(shortByCreation.counts)
                .endsWith(
                        new Count(JobIndex.BY_CREATION, 50_000),
                        new Count(JobIndex.BY_MODIFICATION, 5_000));
        assertThat(shortByCreation.fetched).containsExactly(JobIndex.BY_CREATION);
        assertThat(shortByModification.counts)
                .endsWith(
                        new Count(JobIndex.BY_CREATION, 50_000),
                        new Count(JobIndex.BY_MODIFICATION, 7_000));
        assertThat(shortByModification.fetched).containsExactly(JobIndex.BY_MODIFICATION);
    }

    @Test
    void a_text_is_not_looked_up_where_a_time_leaves_a_narrow_way() {
        var jobs = recorded(jobs(10_000, i -> i >= 9_970, i -> i >= 5_000));

        var slice = Search.slice(select(11, RECENT, MARKED), AMPLE, jobs);

        assertThat(numbers(slice)).startsWith(9_970).endsWith(9_980);
        assertThat(jobs.fetched).containsExactly(JobIndex.BY_MODIFICATION);
        assertThat(jobs.counts).extracting(Count::index).doesNotContain(JobIndex.BY_TEXT);
    }

    @Test
    void a_way_of_50000_entries_is_narrow_enough_and_one_of_more_is_not() {
        var narrow = recorded(jobs(55_000, i -> i >= 5_000, i -> false));
        var wide = recorded(jobs(55_000, i -> i >= 4_999, i -> false));

        var one = Search.slice(select(11, MARKED), AMPLE, narrow);
        var other = Search.slice(select(11, MARKED), AMPLE, wide);

        assertThat(narrow.fetched).containsExactly(JobIndex.BY_TEXT);
        assertThat(numbers(one)).startsWith(5_000).endsWith(5_010);
        assertThat(wide.fetched).isEmpty();
        assertThat(numbers(other)).startsWith(4_999).endsWith(5_009);
    }

    @Test
    void a_search_without_a_narrow_way_stops_where_it_spent_its_budget_and_not_at_a_match() {
        var jobs = recorded(jobs(30_000, i -> i < 13_000, i -> i == 5_000 || i >= 13_000));

        var slice =
                Search.slice(select(11, RECENT, MARKED), new WorkBudget(30_000, LONG), jobs);

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

        var slice = Search.slice(select(11, RECENT, MARKED), AMPLE, jobs);

        assertThat(slice).isInstanceOf(Slice.Full.class);
        assertThat(numbers(slice)).containsExactly(5_000);
        assertThat(jobs.fetched).isEmpty();
    }

    @Test
    void a_search_whose_only_way_the_store_cannot_count_walks_on() {
        var jobs = recorded(jobs(5_000, i -> i == 4_990, i -> false));

        var slice = Search.slice(select(11, MARKED), AMPLE, jobs.without(JobIndex.BY_TEXT));

        assertThat(slice).isInstanceOf(Slice.Full.class);
        assertThat(numbers(slice)).containsExactly(4_990);
        assertThat(jobs.fetched).isEmpty();
    }

    @Test
    void matches_that_were_dense_at_first_and_then_thin_out_are_thought_of_again() {
        IntPredicate isMarked = i -> (i < 2_000 && i % 100 == 0) || i >= 49_990;
        var jobs = recorded(jobs(50_000, isMarked, i -> isMarked.test(i) || i > 44_500));

        var slice = Search.slice(select(60, RECENT, MARKED), AMPLE, jobs);

        assertThat(numbers(slice)).startsWith(0, 100).endsWith(49_999).hasSize(30);
        assertThat(jobs.walks).containsExactly(2_000, 10_000);
        assertThat(jobs.fetched).containsExactly(JobIndex.BY_MODIFICATION);
    }

    @Test
    void jobs_found_before_the_narrow_way_are_not_found_again_on_it() {
        var jobs = recorded(jobs(5_000, i -> i == 1_000 || i == 1_999 || i == 4_000, i -> false));

        assertThat(numbers(Search.slice(select(103, MARKED), AMPLE, jobs)))
                .containsExactly(1_000, 1_999, 4_000);
        assertThat(jobs.fetched).containsExactly(JobIndex.BY_TEXT);
    }

    @Test
    void a_search_without_time_stops_after_its_first_walk() {
        var jobs = recorded(jobs(5_000, i -> i == 4_990, i -> false));

        assertThat(Search.slice(select(11, MARKED), new WorkBudget(1_000, Duration.ZERO), jobs))
                .isEqualTo(new Slice.Stopped(List.of(), place(249)));
        assertThat(jobs.counts).isEmpty();
    }

    @Test
    void a_search_without_time_and_with_one_row_examines_one_entry() {
        var jobs = recorded(jobs(5_000, i -> i == 4_990, i -> false));
        Selection rest = select(11, MARKED).beyond(place(99));

        assertThat(Search.slice(rest, new WorkBudget(1, Duration.ZERO), jobs))
                .isEqualTo(new Slice.Stopped(List.of(), place(100)));
    }

    @Test
    void a_search_may_take_longer_than_nanoseconds_can_be_counted() {
        var jobs = recorded(jobs(5_000, i -> i == 4_990, i -> false));
        var forever = new WorkBudget(1_000_000, Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(numbers(Search.slice(select(11, MARKED), forever, jobs)))
                .containsExactly(4_990);
    }

    private static RecordedJobs recorded(List<ProcessingJob> jobs) {
        return new RecordedJobs(jobs, BY_NAME);
    }

    /// Jobs numbered from 0, some of which have [#MARKED] names and some of which are [#RECENT].
    private static List<ProcessingJob> jobs(
            int count, IntPredicate isMarked, IntPredicate isRecent) {
        IntFunction<String> name = i -> "%05d%s".formatted(i, isMarked.test(i) ? "x" : "");
        return IntStream.range(0, count)
                .mapToObj(
                        i -> OddJobs.job(name.apply(i), NOON, isRecent.test(i) ? RECENTLY : NOON))
                .toList();
    }

    /// Jobs numbered from 0, which from some number on are [#YOUNG], and from some on [#RECENT].
    private static List<ProcessingJob> jobsOfTwoTimes(int count, int young, int recent) {
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                OddJobs.job(
                                        "%05d".formatted(i),
                                        i >= young ? RECENTLY : NOON,
                                        i >= recent ? RECENTLY : NOON))
                .toList();
    }

    private static Selection select(int limit, Criterion.Filter... filters) {
        return new ListingQuery(SCOPE, Arrays.asList(filters), BY_NAME)
                .select(Optional.empty(), limit);
    }

    /// The place of a job that is not marked.
    private static Position place(int number) {
        return new Position.ByName(new ProcessingJobName("%05d".formatted(number)));
    }

    private static List<Integer> numbers(Slice slice) {
        return slice.jobs().stream()
                .map(job -> Integer.valueOf(job.name().value().substring(0, 5)))
                .toList();
    }
}
