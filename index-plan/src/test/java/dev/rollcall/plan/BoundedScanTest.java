package dev.rollcall.plan;

import static dev.rollcall.plan.NumberedJobs.AMPLE;
import static dev.rollcall.plan.NumberedJobs.LONG;
import static dev.rollcall.plan.NumberedJobs.MARKED;
import static dev.rollcall.plan.NumberedJobs.RECENT;
import static dev.rollcall.plan.NumberedJobs.jobs;
import static dev.rollcall.plan.NumberedJobs.numbers;
import static dev.rollcall.plan.NumberedJobs.position;
import static dev.rollcall.plan.NumberedJobs.readerOf;
import static dev.rollcall.plan.NumberedJobs.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.ObserveScans;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.plan.RecordingReader.Count;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How far the index in the order of the listing is scanned.
class BoundedScanTest {

    @ParameterizedTest
    @CsvSource({"1000000, 2000", "8000, 2000", "7996, 1999", "400, 100", "7, 1", "1, 1"})
    void the_first_scan_takes_a_quarter_of_the_budget_and_no_more_than_2000_entries(
            int rows, int first) {
        var reader = readerOf(jobs(3_000, i -> false, i -> false));

        BoundedScan.slice(select(11, MARKED), new WorkBudget(rows, LONG), reader);

        assertThat(reader.scans).first().isEqualTo(first);
    }

    @Test
    void a_slice_that_the_first_scan_fills_costs_nothing_else() {
        var reader = readerOf(jobs(3_000, i -> i == 1_999, i -> false));

        var slice = BoundedScan.slice(select(1, MARKED), AMPLE, reader);

        assertThat(numbers(slice)).containsExactly(1_999);
        assertThat(slice).isInstanceOf(Slice.Full.class);
        assertThat(reader.scans).hasSize(1);
        assertThat(reader.counts).isEmpty();
    }

    @Test
    void an_observer_is_told_what_was_examined_and_whether_the_budget_stopped_it() {
        List<String> told = new ArrayList<>();
        ObserveScans observer = (examined, isStopped) -> told.add(examined + " " + isStopped);
        var reader = readerOf(jobs(3_000, i -> i == 1_999, i -> false));

        BoundedScan.slice(select(1, MARKED), AMPLE, reader, observer);
        BoundedScan.slice(select(1, MARKED), new WorkBudget(1, LONG), reader, observer);

        assertThat(told).containsExactly("2000 false", "1 true");
    }

    @Test
    void a_listing_that_ends_in_the_first_scan_costs_nothing_else() {
        var reader = readerOf(jobs(1_999, i -> i == 7, i -> false));

        var slice = BoundedScan.slice(select(11, MARKED), AMPLE, reader);

        assertThat(numbers(slice)).containsExactly(7);
        assertThat(slice).isInstanceOf(Slice.Full.class);
        assertThat(reader.scans).hasSize(1);
        assertThat(reader.counts).isEmpty();
    }

    @Test
    void a_scan_that_will_fill_the_slice_within_8000_entries_continues() {
        var reader = readerOf(jobs(50_000, i -> i % 400 == 0, i -> false));

        var slice = BoundedScan.slice(select(21, MARKED), AMPLE, reader);

        assertThat(numbers(slice)).startsWith(0, 400).endsWith(8_000);
        assertThat(reader.counts).isEmpty();
    }

    @Test
    void a_scan_without_an_alternative_stops_where_its_budget_ends_and_not_at_a_match() {
        var reader = readerOf(jobs(30_000, i -> i < 13_000, i -> i == 5_000 || i >= 13_000));

        var slice =
                BoundedScan.slice(select(11, RECENT, MARKED), new WorkBudget(30_000, LONG), reader);

        assertThat(numbers(slice)).containsExactly(5_000);
        assertThat(slice).isEqualTo(new Slice.Stopped(slice.jobs(), position(16_062)));
        assertThat(reader.counts)
                .containsExactly(
                        new Count(JobIndex.BY_MODIFICATION, 3_000),
                        new Count(JobIndex.BY_MODIFICATION, 25_000 / 4),
                        new Count(JobIndex.BY_TEXT, 18_750 / 4));
        assertThat(reader.scans.stream().mapToInt(rows -> rows).sum()).isEqualTo(16_063);
    }

    @Test
    void a_scan_without_an_alternative_comes_to_the_end_of_the_listing() {
        var reader = readerOf(jobs(110_000, i -> i < 55_000, i -> i == 5_000 || i >= 55_000));

        var slice = BoundedScan.slice(select(11, RECENT, MARKED), AMPLE, reader);

        assertThat(slice).isInstanceOf(Slice.Full.class);
        assertThat(numbers(slice)).containsExactly(5_000);
        assertThat(reader.fetched).isEmpty();
    }

    @Test
    void a_scan_whose_only_alternative_the_store_cannot_count_continues() {
        var reader = readerOf(jobs(5_000, i -> i == 4_990, i -> false));

        var slice = BoundedScan.slice(select(11, MARKED), AMPLE, reader.without(JobIndex.BY_TEXT));

        assertThat(slice).isInstanceOf(Slice.Full.class);
        assertThat(numbers(slice)).containsExactly(4_990);
        assertThat(reader.fetched).isEmpty();
    }

    @Test
    void a_scan_without_time_stops_after_its_first_part() {
        var reader = readerOf(jobs(5_000, i -> i == 4_990, i -> false));

        assertThat(
                        BoundedScan.slice(
                                select(11, MARKED), new WorkBudget(1_000, Duration.ZERO), reader))
                .isEqualTo(new Slice.Stopped(List.of(), position(249)));
        assertThat(reader.counts).isEmpty();
    }

    @Test
    void a_scan_without_time_and_with_one_row_examines_one_entry() {
        var reader = readerOf(jobs(5_000, i -> i == 4_990, i -> false));
        Selection rest = select(11, MARKED).beyond(position(99));

        assertThat(BoundedScan.slice(rest, new WorkBudget(1, Duration.ZERO), reader))
                .isEqualTo(new Slice.Stopped(List.of(), position(100)));
    }

    @Test
    void a_scan_may_take_longer_than_nanoseconds_can_be_counted() {
        var reader = readerOf(jobs(5_000, i -> i == 4_990, i -> false));
        var forever = new WorkBudget(1_000_000, Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(numbers(BoundedScan.slice(select(11, MARKED), forever, reader)))
                .containsExactly(4_990);
    }
}
