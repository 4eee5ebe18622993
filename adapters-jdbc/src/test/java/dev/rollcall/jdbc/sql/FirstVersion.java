package dev.rollcall.jdbc.sql;

import static dev.rollcall.contract.JobBuilder.CREATED;
import static dev.rollcall.contract.JobBuilder.SCOPE;
import static dev.rollcall.contract.JobBuilder.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.contract.StoredJobs;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.TimeField;
import dev.rollcall.plan.LateModification;

import org.jdbi.v3.core.Handle;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// What the first version of the schema stored of some jobs, and what a store makes of it now.
public final class FirstVersion {

    /// Every other one is late.
    public static final List<ProcessingJob> JOBS =
            IntStream.range(0, 10).mapToObj(FirstVersion::nth).toList();

    private FirstVersion() {}

    private static ProcessingJob nth(int i) {
        return job("job-" + i)
                .ended(CREATED.plusMillis(i))
                .modified(CREATED.plus(Duration.ofDays(i % 2 == 0 ? 1 : 30)))
                .failureReason("reason " + i)
                .build();
    }

    public static void insert(Handle handle) {
        handle.execute(
                "INSERT INTO scope (account, region) VALUES (?, ?)",
                SCOPE.account().value(),
                SCOPE.region().value());
        for (ProcessingJob job : JOBS) {
            handle.execute(
                    """
                    INSERT INTO job (scope, name, status, created, modified, ended, failure_reason)
                    SELECT id, ?, ?, ?, ?, ?, ? FROM scope\
                    """,
                    job.name().value(),
                    job.status().code(),
                    job.creationTime().toEpochMilli(),
                    job.lastModifiedTime().toEpochMilli(),
                    job.processingEndTime().orElseThrow().toEpochMilli(),
                    job.failureReason().orElseThrow().text());
        }
    }

    public static void assertIsWholeIn(ProcessingJobStore store) {
        assertThat(StoredJobs.in(store, SortKey.CREATION_TIME)).isEqualTo(JOBS);
        assertThat(StoredJobs.in(store, new Criterion.NameContains("job-"))).isEqualTo(JOBS);
        var recently =
                new Criterion.After(
                        TimeField.LAST_MODIFIED_TIME, CREATED.plus(Duration.ofDays(20)));
        var late = JOBS.stream().filter(LateModification::isLate).toList();
        assertThat(StoredJobs.in(store, SortKey.CREATION_TIME, recently)).isEqualTo(late);
        var longAgo = new Criterion.Before(TimeField.CREATION_TIME, CREATED.plusMillis(1));
        assertThat(StoredJobs.in(store, recently, longAgo)).isEqualTo(late);
        assertThat(store.upsert(JOBS)).isZero();
    }
}
