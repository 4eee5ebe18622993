package dev.rollcall.domain.listings;

import static dev.rollcall.domain.jobs.Jobs.NOON;
import static dev.rollcall.domain.jobs.Jobs.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.Jobs;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.listings.Criterion.Beyond;
import dev.rollcall.domain.listings.Criterion.Beyond.Range;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class BeyondTest {

    @ParameterizedTest(name = "{0} lies beyond m, ascending {1}, descending {2}")
    @CsvSource({
        "l, false, true",
        "m, false, false",
        "n, true, false",
        "M, false, true",
        "m-1, true, false"
    })
    void by_name_a_job_is_beyond_a_lesser_name_or_descending_beyond_a_greater_one(
            String name, boolean ascending, boolean descending) {
        var position = new Position.ByName(new ProcessingJobName("m"));

        assertBeyond(position, job(name), ascending, descending);
    }

    @ParameterizedTest(name = "{1} of +{0} ms lies beyond m of +0, ascending {2}, descending {3}")
    @CsvSource({
        "-1, z, false, true",
        "0,  l, false, true",
        "0,  m, false, false",
        "0,  n, true, false",
        "1,  a, true, false"
    })
    void by_creation_time_the_name_breaks_a_tie_in_the_same_direction(
            int millis, String name, boolean ascending, boolean descending) {
        var position = new Position.ByCreationTime(NOON, new ProcessingJobName("m"));

        assertBeyond(position, job(name, NOON.plusMillis(millis)), ascending, descending);
    }

    @ParameterizedTest(name = "{1}, {0}, lies beyond m, InProgress, ascending {2}, descending {3}")
    @CsvSource({
        "FAILED,      z, false, true",
        "IN_PROGRESS, l, false, true",
        "IN_PROGRESS, m, false, false",
        "IN_PROGRESS, n, true, false",
        "STOPPED,     a, true, false"
    })
    void by_status_the_name_breaks_a_tie_in_the_same_direction(
            ProcessingJobStatus status, String name, boolean ascending, boolean descending) {
        var position =
                new Position.ByStatus(ProcessingJobStatus.IN_PROGRESS, new ProcessingJobName("m"));

        assertBeyond(position, job(name, status), ascending, descending);
    }

    private static void assertBeyond(
            Position position, ProcessingJob job, boolean ascending, boolean descending) {
        assertThat(new Beyond(position, SortOrder.ASCENDING).matches(job)).isEqualTo(ascending);
        assertThat(new Beyond(position, SortOrder.DESCENDING).matches(job)).isEqualTo(descending);
    }

    @Test
    void a_position_in_time_is_no_finer_than_a_job() {
        var finer = new Position.ByCreationTime(NOON.plusNanos(1), new ProcessingJobName("m"));

        assertThat(finer).isEqualTo(new Position.ByCreationTime(NOON, new ProcessingJobName("m")));
    }

    @ParameterizedTest
    @MethodSource("dev.rollcall.domain.listings.Listings#orderings")
    void the_ranges_make_up_the_jobs_beyond_a_position_in_the_order_of_the_listing(
            Ordering ordering) {
        for (long seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            var jobs = Jobs.random(random, 60);
            var beyond =
                    new Beyond(
                            ordering.positionOf(jobs.get(random.nextInt(jobs.size()))),
                            ordering.order());

            var ranged = new ArrayList<ProcessingJob>();
            for (Range range : beyond.ranges()) {
                jobs.stream()
                        .filter(job -> holds(range, beyond, job))
                        .sorted(ordering.comparator())
                        .forEach(ranged::add);
            }

            assertThat(ranged)
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(
                            jobs.stream()
                                    .filter(beyond::matches)
                                    .sorted(ordering.comparator())
                                    .toList());
        }
    }

    /// What a range means, written as a store would write it.
    private static boolean holds(Range range, Beyond beyond, ProcessingJob job) {
        int key = directed(beyond, compareKeys(job, beyond.position()));
        int name = directed(beyond, job.name().compareTo(beyond.position().name()));
        return switch (range) {
            case WITHIN_KEY -> key == 0 && name > 0;
            case BEYOND_KEY -> key > 0;
        };
    }

    private static int directed(Beyond beyond, int ascending) {
        return beyond.order() == SortOrder.ASCENDING ? ascending : -ascending;
    }

    private static int compareKeys(ProcessingJob job, Position position) {
        return switch (position) {
            case Position.ByName(var name) -> job.name().compareTo(name);
            case Position.ByCreationTime(var time, var name) -> job.creationTime().compareTo(time);
            case Position.ByStatus(var status, var name) ->
                    job.status().wireName().compareTo(status.wireName());
        };
    }

    @Test
    void a_unique_key_has_no_range_of_ties() {
        var name = new ProcessingJobName("m");

        var unique = new Position.ByName(name);
        var tied = new Position.ByCreationTime(NOON, name);

        assertThat(new Beyond(unique, SortOrder.DESCENDING).ranges())
                .isEqualTo(List.of(Range.BEYOND_KEY));
        assertThat(new Beyond(tied, SortOrder.DESCENDING).ranges())
                .isEqualTo(List.of(Range.WITHIN_KEY, Range.BEYOND_KEY));
    }
}
