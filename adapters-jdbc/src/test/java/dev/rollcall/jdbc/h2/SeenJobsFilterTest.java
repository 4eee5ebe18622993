package dev.rollcall.jdbc.h2;

import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Scope;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class SeenJobsFilterTest {

    private static final List<ProcessingJob> JOBS =
            IntStream.range(0, 10_000).mapToObj(i -> job("job-" + i).build()).toList();

    private final SeenJobsFilter seen = new SeenJobsFilter();

    @Test
    void jobs_that_did_not_come_before_are_new() {
        assertThat(seen.add(JOBS.subList(0, 5_000))).isTrue();
        assertThat(seen.add(JOBS.subList(5_000, 10_000))).isTrue();
    }

    @Test
    void a_job_that_came_before_is_never_taken_for_a_new_one() {
        seen.add(JOBS);
        for (ProcessingJob job : JOBS) {
            assertThat(seen.add(List.of(job))).as("%s", job).isFalse();
        }
    }

    @Test
    void one_that_came_before_is_enough_for_a_batch_not_to_be_new() {
        seen.add(JOBS.subList(5_000, 5_001));
        assertThat(seen.add(JOBS)).isFalse();
    }

    @Test
    void a_job_of_another_scope_is_another_job() {
        seen.add(List.of(job("one").build()));
        var elsewhere = job("one").in(Scope.of("123456789012", "eu-central-1")).build();
        assertThat(seen.add(List.of(elsewhere))).isTrue();
    }

    /// A rate of 1 in 50 million is too small to be counted in a test. It follows from the theory
    /// of Bloom filters, which the next test finds confirmed at higher rates.
    @Test
    void the_rate_of_false_positives_at_ten_million_jobs_is_one_in_fifty_million() {
        int bits = SeenJobsFilter.bits(512L << 20);
        assertThat(1 / rateOfFalsePositives(10_000_000, bits)).isBetween(45e6, 55e6);
    }

    @Test
    void there_are_as_many_false_positives_as_in_theory() {
        int bits = 2_000_003;
        var filling = new SeenJobsFilter(bits);
        double expected = 0;
        int found = 0;
        for (int i = 0; i < 200_000; i++) {
            expected += rateOfFalsePositives(i, bits);
            if (!filling.add(List.of(job("job-" + i).build()))) {
                found++;
            }
        }
        assertThat((double) found).isCloseTo(expected, withinPercentage(10));
    }

    /// The part of the bits that is set, to the power of the probes: all of them must find a bit
    /// set.
    private static double rateOfFalsePositives(long jobs, int bits) {
        double unset = Math.exp(-(double) SeenJobsFilter.PROBES * jobs / bits);
        return Math.pow(1 - unset, SeenJobsFilter.PROBES);
    }
}
