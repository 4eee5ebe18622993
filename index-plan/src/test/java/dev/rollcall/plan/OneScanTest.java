package dev.rollcall.plan;

import static dev.rollcall.plan.NumberedJobs.AMPLE;
import static dev.rollcall.plan.Selections.CREATED_AFTER_NOON;
import static dev.rollcall.plan.Selections.FAILED;
import static dev.rollcall.plan.Selections.MODIFIED_AFTER_NOON;
import static dev.rollcall.plan.Selections.TEXT;
import static dev.rollcall.plan.Selections.ascending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.listings.Criterion.Filter;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.SortKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Which slices are read with one scan is known before.
class OneScanTest {

    private static final int SELECTIONS = 2_000;

    @Test
    void a_slice_that_is_said_to_be_one_scan_asks_its_reader_for_nothing_else() {
        int scans = 0;
        long seed = 83;
        var jobs = new BoundaryJobs(seed);
        for (int i = 0; i < SELECTIONS; i++) {
            Selection selection = jobs.selection();
            var budget = new WorkBudget(1 + i % 100, Duration.ofHours(1));
            if (OneScan.suffices(selection, budget)) {
                var reader = new RecordingReader(jobs.all, selection.ordering());
                BoundedScan.slice(selection, budget, reader);
                assertThat(reader.scans).as("seed %d, %s", seed, selection).hasSize(1);
                assertThat(reader.counts).as("seed %d, %s", seed, selection).isEmpty();
                assertThat(reader.fetched).as("seed %d, %s", seed, selection).isEmpty();
                assertThat(reader.readWhole).as("seed %d, %s", seed, selection).isEmpty();
                scans++;
            }
        }
        assertThat(scans).isBetween(SELECTIONS / 50, SELECTIONS / 2);
    }

    static Stream<Arguments> usualPages() {
        return Stream.of(
                Arguments.of(SortKey.CREATION_TIME, List.of(), true),
                Arguments.of(SortKey.CREATION_TIME, List.of(FAILED), true),
                Arguments.of(SortKey.CREATION_TIME, List.of(FAILED, CREATED_AFTER_NOON), true),
                Arguments.of(SortKey.NAME, List.of(), true),
                Arguments.of(SortKey.STATUS, List.of(FAILED), true),
                Arguments.of(SortKey.NAME, List.of(CREATED_AFTER_NOON), false),
                Arguments.of(SortKey.CREATION_TIME, List.of(TEXT), false),
                Arguments.of(SortKey.CREATION_TIME, List.of(MODIFIED_AFTER_NOON), false));
    }

    @ParameterizedTest
    @MethodSource("usualPages")
    void a_page_is_one_scan_if_an_index_has_its_matches_alone_and_in_order(
            SortKey key, List<Filter> filters, boolean isOneScan) {
        var selection = ascending(key, filters.toArray(Filter[]::new));

        assertThat(OneScan.suffices(selection, AMPLE)).isEqualTo(isOneScan);
    }
}
