package dev.rollcall.domain.listings;

import static dev.rollcall.domain.jobs.Jobs.NOON;
import static dev.rollcall.domain.jobs.Jobs.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.Jobs;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

class OrderingTest {

    @Test
    void names_sort_by_code_point() {
        assertThat(sorted(SortKey.NAME, "b", "a", "A", "Z", "a-1", "a1", "a-10", "a-2", "9", "aa"))
                .containsExactly("9", "A", "Z", "a", "a-1", "a-10", "a-2", "a1", "aa", "b");
    }

    @Test
    void times_sort_from_old_to_new_and_ties_by_name() {
        var jobs =
                Stream.of(
                        job("c", NOON),
                        job("a", NOON.plusMillis(1)),
                        job("b", NOON),
                        job("z", NOON.minusMillis(1)));

        assertThat(sorted(SortKey.CREATION_TIME, jobs)).containsExactly("z", "b", "c", "a");
    }

    @Test
    void statuses_sort_by_wire_name_and_ties_by_name() {
        var jobs =
                Stream.of(
                        job("a", ProcessingJobStatus.STOPPING),
                        job("b", ProcessingJobStatus.STOPPED),
                        job("c", ProcessingJobStatus.IN_PROGRESS),
                        job("f", ProcessingJobStatus.FAILED),
                        job("d", ProcessingJobStatus.FAILED),
                        job("e", ProcessingJobStatus.COMPLETED));

        assertThat(sorted(SortKey.STATUS, jobs)).containsExactly("e", "d", "f", "c", "b", "a");
    }

    @ParameterizedTest
    @EnumSource
    void a_descending_listing_is_the_ascending_one_reversed_with_its_ties(SortKey key) {
        var jobs = Jobs.random(new Random(3), 200);

        var ascending = sorted(new Ordering(key, SortOrder.ASCENDING), jobs);
        var descending = sorted(new Ordering(key, SortOrder.DESCENDING), jobs);

        Collections.reverse(descending);
        assertThat(descending).isEqualTo(ascending);
    }

    private static List<ProcessingJob> sorted(Ordering ordering, List<ProcessingJob> jobs) {
        var sorted = new ArrayList<>(jobs);
        sorted.sort(ordering.comparator());
        return sorted;
    }

    @ParameterizedTest
    @MethodSource("dev.rollcall.domain.listings.Listings#orderings")
    void the_order_is_total(Ordering ordering) {
        var comparator = ordering.comparator();
        var jobs = Jobs.random(new Random(4), 40);
        for (ProcessingJob a : jobs) {
            for (ProcessingJob b : jobs) {
                int ab = Integer.signum(comparator.compare(a, b));
                assertThat(ab).isEqualTo(-Integer.signum(comparator.compare(b, a)));
                assertThat(ab == 0).isEqualTo(a.name().equals(b.name()));
                for (ProcessingJob c : jobs) {
                    if (ab < 0 && comparator.compare(b, c) < 0) {
                        assertThat(comparator.compare(a, c)).isNegative();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.rollcall.domain.listings.Listings#orderings")
    void a_position_has_the_sort_key_and_the_name_of_its_job(Ordering ordering) {
        var position = ordering.positionOf(job("train-7"));

        assertThat(position.key()).isEqualTo(ordering.key());
        assertThat(position.name()).hasToString("train-7");
    }

    @Test
    void the_least_and_the_greatest_result_of_a_comparison_are_reversed_too() {
        assertThat(SortOrder.DESCENDING.turn(Integer.MIN_VALUE)).isPositive();
        assertThat(SortOrder.DESCENDING.turn(Integer.MAX_VALUE)).isNegative();
        assertThat(SortOrder.ASCENDING.turn(Integer.MIN_VALUE)).isNegative();
    }

    private static List<String> sorted(SortKey key, String... names) {
        return sorted(key, Stream.of(names).map(Jobs::job));
    }

    private static List<String> sorted(SortKey key, Stream<ProcessingJob> jobs) {
        return jobs.sorted(new Ordering(key, SortOrder.ASCENDING).comparator())
                .map(job -> job.name().value())
                .toList();
    }
}
