package dev.rollcall.jdbc.postgres;

import dev.rollcall.domain.jobs.JobMessage;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.Scope;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/// Writes a batch to PostgreSQL in one statement, concurrently with any number of other writers.
final class PostgresBatch {

    /// Which record supersedes which is the domain's rule ([ProcessingJob#supersedes]); it is
    /// repeated here because it must be decided while the row is locked. A row version that nobody
    /// has locked or replaced is a new one (`xmax = 0`), and its name is new too. All writers lock
    /// rows in one order.
    private static final String INSERT_OR_UPDATE =
            """
            WITH written AS (
                INSERT INTO job AS known
                    (scope, name, status, created, modified, ended, exit_message, failure_reason,
                    name_in_arn)
                SELECT * FROM UNNEST(?, ?, ?, ?, ?, ?, ?, ?, ?) AS record (scope, name)
                ORDER BY record.scope, record.name
                ON CONFLICT ON CONSTRAINT job_by_name DO UPDATE SET
                    status = excluded.status,
                    created = excluded.created,
                    modified = excluded.modified,
                    ended = excluded.ended,
                    exit_message = excluded.exit_message,
                    failure_reason = excluded.failure_reason,
                    name_in_arn = excluded.name_in_arn
                WHERE excluded.modified > known.modified
                RETURNING scope, name, xmax = 0 AS is_new),
            named AS (
                INSERT INTO job_name (scope, name)
                SELECT scope, name FROM written WHERE is_new)
            SELECT COUNT(*) FROM written\
            """;

    private PostgresBatch() {}

    /// Inserts the new records and updates the older ones.
    ///
    /// @return how many rows were written
    static int insertOrUpdate(
            List<ProcessingJob> batch, ToIntFunction<Scope> scopeIds, Handle handle) {
        return handle.createQuery(INSERT_OR_UPDATE)
                .bind(0, column(batch, job -> scopeIds.applyAsInt(job.scope()), Integer[]::new))
                .bind(1, column(batch, job -> job.name().value(), String[]::new))
                .bind(2, column(batch, job -> job.status().code(), Integer[]::new))
                .bind(3, column(batch, job -> job.creationTime().toEpochMilli(), Long[]::new))
                .bind(4, column(batch, job -> job.lastModifiedTime().toEpochMilli(), Long[]::new))
                .bind(
                        5,
                        nullable(
                                batch,
                                job -> job.processingEndTime().map(Instant::toEpochMilli),
                                Long[]::new))
                .bind(
                        6,
                        nullable(
                                batch,
                                job -> job.exitMessage().map(JobMessage::text),
                                String[]::new))
                .bind(
                        7,
                        nullable(
                                batch,
                                job -> job.failureReason().map(JobMessage::text),
                                String[]::new))
                .bind(
                        8,
                        nullable(
                                batch,
                                job -> job.nameInArn().map(ProcessingJobName::value),
                                String[]::new))
                .mapTo(Integer.class)
                .one();
    }

    private static <T> T[] column(
            List<ProcessingJob> batch, Function<ProcessingJob, T> member, IntFunction<T[]> array) {
        return batch.stream().map(member).toArray(array);
    }

    private static <T> @Nullable T[] nullable(
            List<ProcessingJob> batch,
            Function<ProcessingJob, Optional<T>> member,
            IntFunction<@Nullable T[]> array) {
        return batch.stream().map(job -> member.apply(job).orElse(null)).toArray(array);
    }
}
