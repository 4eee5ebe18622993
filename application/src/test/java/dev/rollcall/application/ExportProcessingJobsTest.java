package dev.rollcall.application;

import static dev.rollcall.application.Jobs.some;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.domain.jobs.ProcessingJob;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

class ExportProcessingJobsTest {

    private static final List<ProcessingJob> JOBS = some(3);

    private final List<ProcessingJob> exported = new ArrayList<>();

    @Test
    void every_job_is_handed_over_as_the_store_reads_it_and_counted() {
        assertThat(new ExportProcessingJobs(JOBS::forEach).export(exported::add)).isEqualTo(3);
        assertThat(exported).isEqualTo(JOBS);
    }

    @Test
    void of_an_empty_store_nothing_is_handed_over() {
        assertThat(new ExportProcessingJobs(reader -> {}).export(exported::add)).isZero();
        assertThat(exported).isEmpty();
    }

    @Test
    void a_target_that_takes_no_more_ends_the_export() {
        var full = new UncheckedIOException(new IOException("no room"));
        var export = new ExportProcessingJobs(JOBS::forEach);

        assertThatThrownBy(
                        () ->
                                export.export(
                                        job -> {
                                            exported.add(job);
                                            throw full;
                                        }))
                .isSameAs(full);
        assertThat(exported).containsExactly(JOBS.getFirst());
    }

    @Test
    void a_store_that_is_away_is_told_as_it_is() {
        var away = new StorageUnavailable("away", new IOException("cut"));
        var export =
                new ExportProcessingJobs(
                        reader -> {
                            throw away;
                        });

        assertThatThrownBy(() -> export.export(exported::add)).isSameAs(away);
    }
}
