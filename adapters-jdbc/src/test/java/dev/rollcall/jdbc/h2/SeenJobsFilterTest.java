package dev.rollcall.jdbc.h2;

import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Scope;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class SeenJobsFilterTest {

    private static final List<ProcessingJob> JOBS =
            IntStream.range(0, 10_000).mapToObj(i -> job("job-" + i).build()).toList();

    private final SeenJobsFilter jobs = new SeenJobsFilter();

    @Test
    void jobs_that_did_not_come_before_are_new() {
        assertThat(jobs.add(JOBS.subList(0, 5_000))).isTrue();
        assertThat(jobs.add(JOBS.subList(5_000, 10_000))).isTrue();
    }

    @Test
    void a_job_that_came_before_is_never_taken_for_a_new_one() {
        jobs.add(JOBS);
        for (ProcessingJob job : JOBS) {
            assertThat(jobs.add(List.of(job))).as("%s", job).isFalse();
        }
    }

    @Test
    void one_that_came_before_is_enough_for_a_batch_not_to_be_new() {
        jobs.add(JOBS.subList(5_000, 5_001));
        assertThat(jobs.add(JOBS)).isFalse();
    }

    @Test
    void a_job_of_another_scope_is_another_job() {
        jobs.add(List.of(job("one").build()));
        var elsewhere = job("one").in(Scope.of("123456789012", "eu-central-1")).build();
        assertThat(jobs.add(List.of(elsewhere))).isTrue();
    }
}
