package dev.rollcall.jdbc.postgres;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobMessage;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.jdbc.sql.DetailRows;
import dev.rollcall.jdbc.sql.JobRows;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/// A batch to be written to PostgreSQL, concurrently with any number of other writers.
///
/// New jobs are inserted, and those that are there already are locked, read and merged. All writers
/// lock rows in the order of the batch. A writer that inserts waits for others that insert the same
/// job; one that locks jobs has inserted all of its own before, so no two wait for each other.
///
/// @param batch in the order of scope number and name
record PostgresBatch(
        List<JobDescription> batch, Instant horizon, ToIntFunction<Scope> scopeIds, Handle handle) {

    private static final String RECORDS =
            """
            INSERT INTO job
                (scope, name, status, created, modified, ended, exit_message, failure_reason,
                name_in_arn)
            SELECT * FROM UNNEST(?, ?, ?, ?, ?, ?, ?, ?, ?) AS record (scope, name)
            ORDER BY record.scope, record.name
            ON CONFLICT ON CONSTRAINT job_by_name\
            """;

    private static final String INSERT =
            """
            WITH written AS (
                %s DO NOTHING
                RETURNING scope, name),
            named AS (
                INSERT INTO job_name (scope, name)
                SELECT scope, name FROM written)
            SELECT scope, name FROM written\
            """
                    .formatted(RECORDS);

    /// For each job by itself, so that no more than its row is looked at, whatever the planner
    /// believes of the table.
    static final String LOCK =
            """
            SELECT %s, wanted.position
            FROM UNNEST(?, ?) WITH ORDINALITY AS wanted (scope, name, position),
                LATERAL (
                    SELECT * FROM job
                    WHERE job.scope = wanted.scope AND job.name = wanted.name
                    FOR NO KEY UPDATE) AS job\
            """
                    .formatted(JobRows.COLUMNS);

    /// Jobs that are locked, so all of them are there.
    private static final String REPLACE =
            RECORDS
                    + """
                     DO UPDATE SET
                        status = excluded.status,
                        created = excluded.created,
                        modified = excluded.modified,
                        ended = excluded.ended,
                        exit_message = excluded.exit_message,
                        failure_reason = excluded.failure_reason,
                        name_in_arn = excluded.name_in_arn\
                    """;

    private static final String WRITE_DETAILS =
            """
            INSERT INTO job_details (scope, name, members, versions, texts)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT ON CONSTRAINT job_details_by_name DO UPDATE SET
                members = excluded.members, versions = excluded.versions, texts = excluded.texts\
            """;

    PostgresBatch {
        batch =
                batch.stream()
                        .sorted(
                                Comparator.comparingInt(
                                                (JobDescription it) ->
                                                        scopeIds.applyAsInt(it.job().scope()))
                                        .thenComparing(it -> it.job().name()))
                        .toList();
    }

    int size() {
        return batch.size();
    }

    /// Inserts all records as new jobs, in half the time.
    ///
    /// @throws SQLException if one of the jobs is there already, among others; the transaction has
    ///   then failed
    void copy() throws SQLException {
        PostgresCopy.insert(batch, scopeIds, handle);
        writeDetails(batch.stream().filter(it -> !it.details().isEmpty()).toList());
    }

    /// Inserts the records of new jobs, and merges the others with what is stored.
    ///
    /// @return how many changed something
    int insertOrMerge() {
        Set<Key> inserted = insert();
        List<JobDescription> rest = new ArrayList<>();
        List<JobDescription> described = new ArrayList<>();
        for (JobDescription record : batch) {
            if (!inserted.contains(key(record))) {
                rest.add(record);
            } else if (!record.details().isEmpty()) {
                described.add(record);
            }
        }
        writeDetails(described);
        return inserted.size() + (rest.isEmpty() ? 0 : merge(rest));
    }

    private record Key(int scope, String name) {}

    private Key key(JobDescription record) {
        return new Key(scopeIds.applyAsInt(record.id().scope()), record.id().name().value());
    }

    private Set<Key> insert() {
        return bind(batch.stream().map(JobDescription::job).toList(), handle.createQuery(INSERT))
                .map((row, _) -> new Key(row.getInt("scope"), row.getString("name")))
                .collect(Collectors.toSet());
    }

    /// @return how many records changed something
    private int merge(List<JobDescription> records) {
        var known = lock(records);
        List<JobDescription> present = new ArrayList<>();
        List<JobDescription> deleted = new ArrayList<>();
        List<ProcessingJob> replacing = new ArrayList<>();
        for (JobDescription record : records) {
            var before = known.get(record.id());
            if (before == null) {
                deleted.add(record);
                continue;
            }
            present.add(record);
            var after = before.merge(new JobDescription(record.job()), horizon);
            if (!after.equals(before)) {
                replacing.add(after.job());
            }
        }
        if (!replacing.isEmpty()) {
            bind(replacing, handle.createUpdate(REPLACE)).execute();
        }
        var changed = DetailRows.merge(present, horizon, WRITE_DETAILS, scopeIds, handle);
        replacing.forEach(it -> changed.add(it.id()));
        // These were there, and were deleted before they could be locked.
        return deleted.isEmpty()
                ? changed.size()
                : changed.size()
                        + new PostgresBatch(deleted, horizon, scopeIds, handle).insertOrMerge();
    }

    /// Locks the records' jobs, and returns their summaries.
    private Map<ProcessingJobId, JobDescription> lock(List<JobDescription> records) {
        var ids = records.stream().map(JobDescription::id).toList();
        return handle
                .createQuery(LOCK)
                .bind(0, DetailRows.scopeIds(ids, scopeIds))
                .bind(1, DetailRows.names(ids))
                .map((row, _) -> new JobDescription(JobRows.job(row, scope(row, ids))))
                .stream()
                .collect(Collectors.toMap(JobDescription::id, Function.identity()));
    }

    private static Scope scope(ResultSet row, List<ProcessingJobId> ids) throws SQLException {
        return ids.get(row.getInt("position") - 1).scope();
    }

    private void writeDetails(List<JobDescription> described) {
        DetailRows.write(described, WRITE_DETAILS, scopeIds, handle);
    }

    private <S extends SqlStatement<S>> S bind(List<ProcessingJob> jobs, S statement) {
        return statement
                .bind(0, column(jobs, job -> scopeIds.applyAsInt(job.scope()), Integer[]::new))
                .bind(1, column(jobs, job -> job.name().value(), String[]::new))
                .bind(2, column(jobs, job -> job.status().code(), Integer[]::new))
                .bind(3, column(jobs, job -> job.creationTime().toEpochMilli(), Long[]::new))
                .bind(4, column(jobs, job -> job.lastModifiedTime().toEpochMilli(), Long[]::new))
                .bind(
                        5,
                        nullable(
                                jobs,
                                job -> job.processingEndTime().map(Instant::toEpochMilli),
                                Long[]::new))
                .bind(
                        6,
                        nullable(
                                jobs,
                                job -> job.exitMessage().map(JobMessage::text),
                                String[]::new))
                .bind(
                        7,
                        nullable(
                                jobs,
                                job -> job.failureReason().map(JobMessage::text),
                                String[]::new))
                .bind(
                        8,
                        nullable(
                                jobs,
                                job -> job.nameInArn().map(ProcessingJobName::value),
                                String[]::new));
    }

    private static <T> T[] column(
            List<ProcessingJob> jobs, Function<ProcessingJob, T> member, IntFunction<T[]> array) {
        return jobs.stream().map(member).toArray(array);
    }

    private static <T> @Nullable T[] nullable(
            List<ProcessingJob> jobs,
            Function<ProcessingJob, Optional<T>> member,
            IntFunction<@Nullable T[]> array) {
        return jobs.stream().map(job -> member.apply(job).orElse(null)).toArray(array);
    }
}
