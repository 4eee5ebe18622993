package dev.rollcall.application;

import static dev.rollcall.application.Jobs.some;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.domain.jobs.JobDescription;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

class ExportProcessingJobsTest {

    private static final List<JobDescription> JOBS =
            some(3).stream().map(JobDescription::new).toList();

    private final List<JobDescription> exported = new ArrayList<>();

    @Test
    void every_job_that_the_store_reads_is_exported_and_counted() {
        assertThat(new ExportProcessingJobs(JOBS::forEach).export(exported::add)).isEqualTo(3);
        assertThat(exported).isEqualTo(JOBS);
    }

    @Test
    void an_empty_store_exports_nothing() {
        assertThat(new ExportProcessingJobs(reader -> {}).export(exported::add)).isZero();
        assertThat(exported).isEmpty();
    }

    @Test
    void an_exception_of_the_target_ends_the_export() {
        var full = new UncheckedIOException(new IOException("disk full"));
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
    void an_unavailable_store_is_reported_as_it_is() {
        var unavailable = new StorageUnavailable("unreachable", new IOException("cut"));
        var export =
                new ExportProcessingJobs(
                        reader -> {
                            throw unavailable;
                        });

        assertThatThrownBy(() -> export.export(exported::add)).isSameAs(unavailable);
    }
}
