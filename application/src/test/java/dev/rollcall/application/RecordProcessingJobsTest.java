package dev.rollcall.application;

import static dev.rollcall.application.Jobs.NOON;
import static dev.rollcall.application.Jobs.job;
import static dev.rollcall.application.Jobs.withLowerCaseArn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.application.RecordProcessingJobs.Recorded;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobDetail;
import dev.rollcall.domain.jobs.JobDetails;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobStatus;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class RecordProcessingJobsTest {

    private final List<List<ProcessingJob>> stored = new ArrayList<>();

    /// An empty store, so that every record changes it.
    private final RecordProcessingJobs recording =
            new RecordProcessingJobs(
                    (batch, horizon) -> {
                        stored.add(batch.stream().map(JobDescription::job).toList());
                        return batch.size();
                    });

    @Test
    void the_store_is_not_asked_to_store_an_empty_batch() {
        assertThat(recording.record(List.of())).isEqualTo(new Recorded(0, 0));
        assertThat(stored).isEmpty();
    }

    @Test
    void the_store_receives_the_records_in_the_order_of_their_names() {
        var lower = withLowerCaseArn(job("B"));

        recording.record(List.of(job("c"), lower, job("a")));

        assertThat(stored).containsExactly(List.of(lower, job("a"), job("c")));
    }

    @Test
    void of_records_that_spell_a_job_s_arn_in_two_ways_the_last_modified_wins() {
        var older = job("A");
        var newer = withLowerCaseArn(job("A", NOON.plusMillis(1)));
        var newest = job("A", NOON.plusMillis(2));

        recording.record(List.of(newer, older));
        recording.record(List.of(newer, newest));

        assertThat(stored).containsExactly(List.of(newer), List.of(newest));
    }

    @Test
    void jobs_whose_names_differ_in_case_are_two_even_if_their_arns_are_one() {
        var lower = withLowerCaseArn(job("A"));

        recording.record(List.of(job("a"), lower));

        assertThat(stored).containsExactly(List.of(lower, job("a")));
    }

    @Test
    void of_the_records_of_a_job_the_last_modified_wins_in_any_order() {
        var first = job("a");
        var second = job("a", NOON.plusMillis(1));
        var third = job("a", NOON.plusMillis(2));

        recording.record(List.of(second, third, first, job("b")));
        recording.record(List.of(third, first, second, job("b")));

        assertThat(stored).containsExactly(List.of(third, job("b")), List.of(third, job("b")));
    }

    @Test
    void of_records_modified_at_the_same_time_the_one_that_ended_wins_in_any_order() {
        var running = job("a", NOON.plusMillis(1));
        var failed =
                new ProcessingJob(
                        running.arn(),
                        ProcessingJobStatus.FAILED,
                        running.creationTime(),
                        running.lastModifiedTime(),
                        running.processingEndTime(),
                        running.exitMessage(),
                        running.failureReason());

        recording.record(List.of(running, failed));
        recording.record(List.of(failed, running));

        assertThat(stored).containsExactly(List.of(failed), List.of(failed));
    }

    @Test
    void details_are_stored_beside_a_newer_summary_and_counted() {
        var summary = new JobDescription(job("a", NOON.plusMillis(1)));
        var details =
                new JobDescription(
                        job("a"),
                        new JobDetails(Map.of("RoleArn", new JobDetail(NOON, "\"role\""))));
        var batch = List.of(details, summary, details, new JobDescription(job("b")));

        assertThat(recording.record(batch, Instant.MAX)).isEqualTo(new Recorded(3, 1));
        assertThat(stored)
                .containsExactly(List.of(summary.job(), job("b")), List.of(details.job()));
    }

    @Test
    void a_record_from_beyond_the_horizon_counts_less_than_any_other() {
        var record = new JobDescription(job("a", NOON));
        var impossible = new JobDescription(job("a", NOON.plusMillis(1)));

        recording.record(List.of(record, impossible), NOON);

        assertThat(stored).containsExactly(List.of(record.job()));
    }

    @Test
    void every_record_is_counted_as_changed_or_unchanged() {
        var batch = List.of(job("a"), job("a", NOON.plusMillis(1)), job("b"), job("c"));

        assertThat(recording.record(batch)).isEqualTo(new Recorded(3, 1));
        assertThat(new RecordProcessingJobs((records, horizon) -> 1).record(batch))
                .isEqualTo(new Recorded(1, 3));
        assertThat(new RecordProcessingJobs((records, horizon) -> 0).record(batch))
                .isEqualTo(new Recorded(0, 4));
    }

    @Test
    void an_unavailable_store_is_reported_as_it_is() {
        var unavailable = new StorageUnavailable("unreachable", new IOException("cut"));
        var recording =
                new RecordProcessingJobs(
                        (batch, horizon) -> {
                            throw unavailable;
                        });

        assertThatThrownBy(() -> recording.record(List.of(job("a")))).isSameAs(unavailable);
    }
}
