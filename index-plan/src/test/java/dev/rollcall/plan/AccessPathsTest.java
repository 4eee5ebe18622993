package dev.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Selection;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Whatever the jobs and the selection, no way of [AccessPaths] misses a job or meets one twice.
class AccessPathsTest {

    private static final int SELECTIONS = 1_000;

    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63})
    void every_selected_job_lies_on_each_way_once(long seed) {
        var jobs = new BoundaryJobs(seed);
        for (int i = 0; i < SELECTIONS; i++) {
            Selection selection = jobs.selection();
            for (List<IndexRange> way : ways(selection)) {
                assertThat(met(way, jobs.all))
                        .as("seed %d, %s by %s", seed, selection, way)
                        .containsExactlyInAnyOrderElementsOf(selected(selection, jobs.all));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {64, 65, 66})
    void the_stretches_of_a_walk_one_after_the_other_are_the_listing(long seed) {
        var jobs = new BoundaryJobs(seed);
        for (int i = 0; i < SELECTIONS; i++) {
            Selection selection = jobs.selection();
            List<ProcessingJob> sorted =
                    jobs.all.stream().sorted(selection.ordering().comparator()).toList();
            assertThat(met(AccessPaths.walk(selection), sorted))
                    .as("seed %d, %s", seed, selection)
                    .isEqualTo(selected(selection, sorted));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {67, 68, 69})
    void the_jobs_and_selections_are_as_odd_as_they_should_be(long seed) {
        var jobs = new BoundaryJobs(seed);
        var met = new HashSet<JobIndex>();
        for (int i = 0; i < SELECTIONS; i++) {
            for (List<IndexRange> way : ways(jobs.selection())) {
                way.stream()
                        .filter(stretch -> !met(List.of(stretch), jobs.all).isEmpty())
                        .map(IndexRange::index)
                        .forEach(met::add);
            }
        }
        assertThat(met).containsExactlyInAnyOrder(JobIndex.values());
    }

    private static List<List<IndexRange>> ways(Selection selection) {
        List<List<IndexRange>> ways = new ArrayList<>(AccessPaths.narrowings(selection));
        ways.add(AccessPaths.walk(selection));
        return ways;
    }

    private static List<ProcessingJob> met(List<IndexRange> way, List<ProcessingJob> jobs) {
        return way.stream()
                .flatMap(
                        stretch ->
                                jobs.stream()
                                        .filter(job -> RecordedJobs.holds(stretch, job))
                                        .filter(stretch::matches))
                .toList();
    }

    private static List<ProcessingJob> selected(Selection selection, List<ProcessingJob> jobs) {
        return jobs.stream().filter(selection::matches).toList();
    }
}
