package dev.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Selection;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Whatever the jobs and the selection, no access path misses a job or has one twice.
class AccessPathsTest {

    private static final int SELECTIONS = 1_000;

    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63})
    void every_selected_job_is_on_each_path_once(long seed) {
        var jobs = new BoundaryJobs(seed);
        for (int i = 0; i < SELECTIONS; i++) {
            Selection selection = jobs.selection();
            for (AccessPath path : paths(selection)) {
                assertThat(matches(path, jobs.all))
                        .as("seed %d, %s by %s", seed, selection, path)
                        .containsExactlyInAnyOrderElementsOf(selected(selection, jobs.all));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {64, 65, 66})
    void the_ranges_in_listing_order_one_after_the_other_are_the_listing(long seed) {
        var jobs = new BoundaryJobs(seed);
        for (int i = 0; i < SELECTIONS; i++) {
            Selection selection = jobs.selection();
            List<ProcessingJob> sorted =
                    jobs.all.stream().sorted(selection.ordering().comparator()).toList();
            assertThat(matches(AccessPaths.inListingOrder(selection), sorted))
                    .as("seed %d, %s", seed, selection)
                    .isEqualTo(selected(selection, sorted));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {70, 71, 72})
    void the_indexes_in_listing_order_are_ordered_as_the_listing_is(long seed) {
        var jobs = new BoundaryJobs(seed);
        for (int i = 0; i < SELECTIONS; i++) {
            Selection selection = jobs.selection();
            for (IndexRange range : AccessPaths.inListingOrder(selection).ranges()) {
                List<Column> key = new ArrayList<>(fixed(range));
                key.addAll(Column.of(selection.ordering().key()));
                assertThat(key.stream().distinct())
                        .as("seed %d, %s by %s", seed, selection, range)
                        .containsExactlyElementsOf(range.index().key());
            }
        }
    }

    /// The leading columns that have one value in all of a range.
    private static List<Column> fixed(IndexRange range) {
        return range.bounds().stream().anyMatch(Criterion.StatusIs.class::isInstance)
                ? List.of(Column.SCOPE, Column.STATUS)
                : List.of(Column.SCOPE);
    }

    @ParameterizedTest
    @ValueSource(longs = {67, 68, 69})
    void between_them_the_selections_read_jobs_from_every_index(long seed) {
        var jobs = new BoundaryJobs(seed);
        var read = new HashSet<JobIndex>();
        for (int i = 0; i < SELECTIONS; i++) {
            for (AccessPath path : paths(jobs.selection())) {
                path.ranges().stream()
                        .filter(range -> !matches(AccessPath.of(range), jobs.all).isEmpty())
                        .map(IndexRange::index)
                        .forEach(read::add);
            }
        }
        assertThat(read).containsExactlyInAnyOrder(JobIndex.values());
    }

    private static List<AccessPath> paths(Selection selection) {
        List<AccessPath> paths = new ArrayList<>(AccessPaths.alternatives(selection));
        paths.add(AccessPaths.inListingOrder(selection));
        return paths;
    }

    private static List<ProcessingJob> matches(AccessPath path, List<ProcessingJob> jobs) {
        return path.ranges().stream()
                .flatMap(range -> jobs.stream().filter(range::holds).filter(range::matches))
                .toList();
    }

    private static List<ProcessingJob> selected(Selection selection, List<ProcessingJob> jobs) {
        return jobs.stream().filter(selection::matches).toList();
    }
}
