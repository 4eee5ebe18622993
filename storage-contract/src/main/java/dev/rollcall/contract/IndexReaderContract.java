package dev.rollcall.contract;

import static dev.rollcall.contract.JobBuilder.SCOPE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.contract.IndexRanges.Selected;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.plan.AccessPath;
import dev.rollcall.plan.Found;
import dev.rollcall.plan.IndexRange;
import dev.rollcall.plan.IndexReader;
import dev.rollcall.plan.JobIndex;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What every [IndexReader] must do, which a listing alone does not show: it reads the entries that
/// it is asked for, up to the very last one. A run is a subclass that says how to fill a store and
/// how to read its indexes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class IndexReaderContract {

    private static final Selection MARKED_BY_NAME =
            new ListingQuery(
                            SCOPE,
                            List.of(IndexRanges.MARKED),
                            new Ordering(SortKey.NAME, SortOrder.ASCENDING))
                    .select(Optional.empty(), IndexRanges.JOBS.size());

    /// Writes jobs to the store, which has none yet.
    protected abstract void write(List<ProcessingJob> jobs);

    /// Runs work with a reader for a slice of a selection.
    protected abstract void read(Selection selection, Consumer<IndexReader> work);

    @BeforeAll
    void writeJobs() {
        write(IndexRanges.JOBS);
    }

    @Test
    void a_count_is_exact_up_to_its_limit_and_empty_beyond_it() {
        for (Selected selected : IndexRanges.all()) {
            read(
                    selected.selection(),
                    reader -> assertCounts(selected.range(), selected.entries().size(), reader));
        }
    }

    @Test
    void an_index_by_text_counts_as_exactly_as_any_other_or_not_at_all() {
        var range = IndexRange.of(JobIndex.BY_TEXT, MARKED_BY_NAME.criteria());
        int marked = MARKED_BY_NAME.from(IndexRanges.JOBS).size();
        read(
                MARKED_BY_NAME,
                reader -> {
                    if (reader.count(range, IndexRanges.JOBS.size()).isPresent()) {
                        assertCounts(range, marked, reader);
                    }
                });
    }

    private static void assertCounts(IndexRange range, int entries, IndexReader reader) {
        assertThat(reader.count(range, entries + 1)).as("%s", range).hasValue(entries);
        assertThat(reader.count(range, entries)).as("%s", range).hasValue(entries);
        if (entries > 0) {
            assertThat(reader.count(range, entries - 1)).as("%s", range).isEmpty();
        }
    }

    @Test
    void all_jobs_of_a_range_are_read_whole_whatever_is_left_to_check() {
        for (Selected selected : IndexRanges.all()) {
            read(
                    selected.selection(),
                    reader ->
                            assertThat(reader.all(selected.range()))
                                    .as("%s", selected)
                                    .containsExactlyInAnyOrderElementsOf(selected.entries()));
        }
    }

    @Test
    void a_scan_finds_the_jobs_that_match_in_the_order_of_the_listing() {
        for (Selected selected : IndexRanges.inOrder()) {
            int entries = selected.entries().size();
            read(
                    selected.selection(),
                    reader -> {
                        var scanned =
                                reader.scan(selected.range(), selected.selection(), entries + 1);
                        assertThat(jobs(scanned.found(), reader))
                                .as("%s", selected)
                                .isEqualTo(selected.matches());
                        assertThat(scanned.examined()).isLessThanOrEqualTo(entries);
                        assertThat(scanned.stoppedAt()).as("%s", selected).isEmpty();
                    });
        }
    }

    @Test
    void a_scan_stops_at_its_last_entry_even_where_the_range_ends() {
        for (Selected selected : IndexRanges.inOrder()) {
            for (int rows = 1; rows <= selected.entries().size(); rows++) {
                assertStops(selected, rows);
            }
        }
    }

    private void assertStops(Selected selected, int rows) {
        List<ProcessingJob> entries = selected.entries().subList(0, rows);
        var matches = entries.stream().filter(selected.range()::matches).toList();
        read(
                selected.selection(),
                reader -> {
                    var scanned = reader.scan(selected.range(), selected.selection(), rows);
                    assertThat(names(scanned.found()))
                            .as("%d entries of %s", rows, selected)
                            .isEqualTo(namesOf(matches));
                    assertThat(scanned.examined()).isEqualTo(rows);
                    assertThat(scanned.stoppedAt())
                            .as("%d entries of %s", rows, selected)
                            .hasValue(selected.positionOf(entries.getLast()));
                });
    }

    @Test
    void a_scan_that_finds_its_limit_does_not_stop_even_at_its_last_entry() {
        for (Selected selected : IndexRanges.inOrder()) {
            for (int limit = 1; limit <= selected.matches().size(); limit++) {
                assertFinds(selected, selected.matches().subList(0, limit));
            }
        }
    }

    private void assertFinds(Selected selected, List<ProcessingJob> first) {
        int rows = selected.entries().indexOf(first.getLast()) + 1;
        read(
                selected.selection(),
                reader -> {
                    var scanned =
                            reader.scan(
                                    selected.range(),
                                    selected.selection().limit(first.size()),
                                    rows);
                    assertThat(names(scanned.found()))
                            .as("%d of %s", first.size(), selected)
                            .isEqualTo(namesOf(first));
                    assertThat(scanned.stoppedAt())
                            .as("%d of %s", first.size(), selected)
                            .isEmpty();
                });
    }

    @Test
    void the_jobs_of_a_path_are_fetched_in_the_order_of_the_listing_up_to_its_limit() {
        for (Selected selected : IndexRanges.all()) {
            assertFetches(new AccessPath(List.of(selected.range())), selected.selection());
        }
    }

    @Test
    void a_path_over_two_indexes_is_fetched_as_one_listing() {
        for (Selection selection : IndexRanges.byModification()) {
            assertFetches(IndexRanges.overTwoIndexes(selection), selection);
        }
    }

    private void assertFetches(AccessPath path, Selection selection) {
        List<ProcessingJob> matches =
                path.ranges().stream()
                        .flatMap(range -> Selected.of(range, selection).matches().stream())
                        .toList();
        for (int limit : List.of(2, IndexRanges.JOBS.size())) {
            var limited = selection.limit(limit);
            read(
                    limited,
                    reader ->
                            assertThat(jobs(reader.fetch(path, limited), reader))
                                    .as("%s by %s", limited, path)
                                    .isEqualTo(limited.from(matches)));
        }
    }

    @Test
    void jobs_that_were_found_by_name_are_loaded() {
        var range = IndexRange.of(JobIndex.BY_NAME, MARKED_BY_NAME.criteria());
        read(
                MARKED_BY_NAME,
                reader -> {
                    var found = reader.scan(range, MARKED_BY_NAME, 100).found();
                    assertThat(reader.load(names(found)))
                            .containsExactlyInAnyOrderElementsOf(
                                    MARKED_BY_NAME.from(IndexRanges.JOBS));
                });
    }

    @Test
    void no_names_load_no_jobs() {
        read(MARKED_BY_NAME, reader -> assertThat(reader.load(List.of())).isEmpty());
    }

    private static List<ProcessingJob> jobs(List<Found> found, IndexReader reader) {
        return found.stream().flatMap(it -> jobs(it, reader).stream()).toList();
    }

    private static List<ProcessingJob> jobs(Found found, IndexReader reader) {
        return switch (found) {
            case Found.Whole(var job) -> List.of(job);
            case Found.Named(var name) -> reader.load(List.of(name));
        };
    }

    private static List<ProcessingJobName> names(List<Found> found) {
        return found.stream().map(Found::name).toList();
    }

    private static List<ProcessingJobName> namesOf(List<ProcessingJob> jobs) {
        return jobs.stream().map(ProcessingJob::name).toList();
    }
}
