package dev.rollcall.plan;

import static dev.rollcall.plan.NumberedJobs.AMPLE;
import static dev.rollcall.plan.NumberedJobs.MARKED;
import static dev.rollcall.plan.NumberedJobs.RECENT;
import static dev.rollcall.plan.NumberedJobs.YOUNG;
import static dev.rollcall.plan.NumberedJobs.jobs;
import static dev.rollcall.plan.NumberedJobs.jobsOfTwoTimes;
import static dev.rollcall.plan.NumberedJobs.numbers;
import static dev.rollcall.plan.NumberedJobs.readerOf;
import static dev.rollcall.plan.NumberedJobs.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.plan.RecordingReader.Count;

import org.junit.jupiter.api.Test;

import java.util.function.IntPredicate;

/// When an alternative to the scan in listing order is taken, and which.
class ChosenPathTest {

    @Test
    void a_path_of_250_entries_is_all_that_is_read_and_its_jobs_are_read_whole() {
        var few = readerOf(jobs(5_000, i -> false, i -> i >= 4_750));
        var more = readerOf(jobs(5_000, i -> false, i -> i >= 4_749));

        var slice = BoundedScan.slice(select(11, RECENT), AMPLE, few);
        BoundedScan.slice(select(11, RECENT), AMPLE, more);

        assertThat(numbers(slice)).startsWith(4_750).endsWith(4_760);
        assertThat(few.counts).containsExactly(new Count(JobIndex.BY_MODIFICATION, 3_000));
        assertThat(few.readWhole).containsExactly(JobIndex.BY_MODIFICATION);
        assertThat(few.scans).isEmpty();
        assertThat(more.readWhole).isEmpty();
    }

    @Test
    void a_path_of_3000_entries_is_all_that_is_read() {
        var few = readerOf(jobs(5_000, i -> false, i -> i >= 2_000));
        var more = readerOf(jobs(5_000, i -> false, i -> i >= 1_999));

        var slice = BoundedScan.slice(select(11, RECENT), AMPLE, few);
        BoundedScan.slice(select(11, RECENT), AMPLE, more);

        assertThat(numbers(slice)).startsWith(2_000).endsWith(2_010);
        assertThat(few.fetched).containsExactly(JobIndex.BY_MODIFICATION);
        assertThat(few.scans).isEmpty();
        assertThat(more.scans).isNotEmpty();
    }

    @Test
    void a_scan_that_will_take_more_than_8000_entries_looks_for_a_path_of_no_more() {
        IntPredicate isMarked = i -> i % 400 == 0;
        var reader = readerOf(jobs(50_000, isMarked, i -> isMarked.test(i) || i > 31_700));

        var slice = BoundedScan.slice(select(51, RECENT, MARKED), AMPLE, reader);

        assertThat(numbers(slice)).startsWith(0, 400).endsWith(20_000);
        assertThat(reader.scans).containsExactly(2_000);
        assertThat(reader.counts).last().isEqualTo(new Count(JobIndex.BY_MODIFICATION, 18_400));
        assertThat(reader.fetched).containsExactly(JobIndex.BY_MODIFICATION);
    }

    @Test
    void a_text_is_looked_up_if_the_scan_will_take_more_than_100000_entries() {
        var near = readerOf(jobs(5_000, i -> i == 1_000 || i == 4_000, i -> false));
        var far = readerOf(jobs(5_000, i -> i == 1_000 || i == 4_000, i -> false));

        var scanned = BoundedScan.slice(select(51, MARKED), AMPLE, near);
        var fetched = BoundedScan.slice(select(52, MARKED), AMPLE, far);

        assertThat(numbers(scanned)).isEqualTo(numbers(fetched)).containsExactly(1_000, 4_000);
        assertThat(near.counts).isEmpty();
        assertThat(far.counts).containsExactly(new Count(JobIndex.BY_TEXT, 25_500));
        assertThat(far.fetched).containsExactly(JobIndex.BY_TEXT);
    }

    @Test
    void a_path_is_counted_no_further_than_the_best_so_far_and_the_shortest_is_taken() {
        var shortByCreation = readerOf(jobsOfTwoTimes(20_000, 15_000, 14_000));
        var shortByModification = readerOf(jobsOfTwoTimes(20_000, 13_000, 14_000));

        BoundedScan.slice(select(11, YOUNG, RECENT), AMPLE, shortByCreation);
        BoundedScan.slice(select(11, YOUNG, RECENT), AMPLE, shortByModification);

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
    void a_text_is_not_looked_up_where_a_time_leaves_a_short_path() {
        var reader = readerOf(jobs(10_000, i -> i >= 9_970, i -> i >= 5_000));

        var slice = BoundedScan.slice(select(11, RECENT, MARKED), AMPLE, reader);

        assertThat(numbers(slice)).startsWith(9_970).endsWith(9_980);
        assertThat(reader.fetched).containsExactly(JobIndex.BY_MODIFICATION);
        assertThat(reader.counts).extracting(Count::index).doesNotContain(JobIndex.BY_TEXT);
    }

    @Test
    void a_path_of_50000_entries_is_short_enough_and_one_of_more_is_not() {
        var few = readerOf(jobs(55_000, i -> i >= 5_000, i -> false));
        var many = readerOf(jobs(55_000, i -> i >= 4_999, i -> false));

        var one = BoundedScan.slice(select(11, MARKED), AMPLE, few);
        var other = BoundedScan.slice(select(11, MARKED), AMPLE, many);

        assertThat(few.fetched).containsExactly(JobIndex.BY_TEXT);
        assertThat(numbers(one)).startsWith(5_000).endsWith(5_010);
        assertThat(many.fetched).isEmpty();
        assertThat(numbers(other)).startsWith(4_999).endsWith(5_009);
    }

    @Test
    void an_alternative_is_looked_for_once_matches_that_were_dense_at_first_thin_out() {
        IntPredicate isMarked = i -> (i < 2_000 && i % 100 == 0) || i >= 49_990;
        var reader = readerOf(jobs(50_000, isMarked, i -> isMarked.test(i) || i > 44_500));

        var slice = BoundedScan.slice(select(60, RECENT, MARKED), AMPLE, reader);

        assertThat(numbers(slice)).startsWith(0, 100).endsWith(49_999).hasSize(30);
        assertThat(reader.scans).containsExactly(2_000, 10_000);
        assertThat(reader.fetched).containsExactly(JobIndex.BY_MODIFICATION);
    }

    @Test
    void jobs_found_before_the_alternative_was_taken_are_not_found_again_on_it() {
        var reader = readerOf(jobs(5_000, i -> i == 1_000 || i == 1_999 || i == 4_000, i -> false));

        assertThat(numbers(BoundedScan.slice(select(103, MARKED), AMPLE, reader)))
                .containsExactly(1_000, 1_999, 4_000);
        assertThat(reader.fetched).containsExactly(JobIndex.BY_TEXT);
    }
}
