package dev.rollcall.jdbc;

import dev.rollcall.domain.JobMessage;
import dev.rollcall.domain.ProcessingJob;
import dev.rollcall.domain.ProcessingJobArn;
import dev.rollcall.domain.ProcessingJobName;
import dev.rollcall.domain.ProcessingJobStatus;
import dev.rollcall.domain.Scope;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Reads and writes whole jobs.
final class JobTable {

    // H2 keeps a plan that it made when the table was empty, and then any order of joining looked
    // good. An outer join can only begin with the list.

    private static final String LOAD =
            """
            SELECT job.*
            FROM UNNEST(?) WITH ORDINALITY AS wanted (id, place)
            LEFT JOIN job ON job.id = wanted.id
            ORDER BY wanted.place""";

    private static final String KNOWN =
            """
            SELECT job.*, asked.place
            FROM UNNEST(?, ?) WITH ORDINALITY AS asked (scope, name, place)
            LEFT JOIN job USE INDEX (job_by_name)
                ON job.scope = asked.scope AND job.name = asked.name
            WHERE job.id IS NOT NULL""";

    private static final String INSERT =
            """
            INSERT INTO job
                (status, created, modified, ended, exit_message, failure_reason, scope, name)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String UPDATE =
            """
            UPDATE job SET status = ?, created = ?, modified = ?, ended = ?, exit_message = ?,
                failure_reason = ?
            WHERE id = ?""";

    private JobTable() {}

    /// The jobs of a scope that have these row identifiers, in the same order.
    static List<ProcessingJob> load(List<Long> ids, Scope scope, Handle handle) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(LOAD)
                .bind(0, ids.toArray(Long[]::new))
                .map((row, _) -> job(row, arn(scope, row)))
                .list();
    }

    /// Keeps the records of a batch that are new or newer, and returns how many those are. One
    /// thread at a time may call it: what it reads must not change before it writes.
    static int keep(List<ProcessingJob> batch, ToIntFunction<Scope> scopeIds, Handle handle) {
        Map<Integer, Known> known = known(batch, scopeIds, handle);
        var inserts = handle.prepareBatch(INSERT);
        var updates = handle.prepareBatch(UPDATE);
        for (int i = 0; i < batch.size(); i++) {
            ProcessingJob job = batch.get(i);
            Known before = known.get(i);
            if (before == null) {
                bind(job, inserts)
                        .bind(6, scopeIds.applyAsInt(job.scope()))
                        .bind(7, job.name().value())
                        .add();
            } else if (job.supersedes(before.job())) {
                bind(job, updates).bind(6, before.id()).add();
            }
        }
        return execute(inserts) + execute(updates);
    }

    private record Known(int index, long id, ProcessingJob job) {}

    /// The rows there are of the jobs of a batch, by their index in it.
    private static Map<Integer, Known> known(
            List<ProcessingJob> batch, ToIntFunction<Scope> scopeIds, Handle handle) {
        Map<Integer, Known> known = new HashMap<>();
        handle.createQuery(KNOWN)
                .bind(
                        0,
                        batch.stream()
                                .map(job -> scopeIds.applyAsInt(job.scope()))
                                .toArray(Integer[]::new))
                .bind(1, batch.stream().map(job -> job.name().value()).toArray(String[]::new))
                .map(
                        (row, _) -> {
                            int index = row.getInt("place") - 1;
                            return new Known(
                                    index, row.getLong("id"), job(row, batch.get(index).arn()));
                        })
                .forEach(row -> known.put(row.index(), row));
        return known;
    }

    private static PreparedBatch bind(ProcessingJob job, PreparedBatch batch) {
        return batch.bind(0, job.status().code())
                .bind(1, job.creationTime().toEpochMilli())
                .bind(2, job.lastModifiedTime().toEpochMilli())
                .bind(3, job.processingEndTime().map(Instant::toEpochMilli))
                .bind(4, job.exitMessage().map(JobMessage::text))
                .bind(5, job.failureReason().map(JobMessage::text));
    }

    private static int execute(PreparedBatch batch) {
        int size = batch.size();
        batch.execute();
        return size;
    }

    private static ProcessingJobArn arn(Scope scope, ResultSet row) throws SQLException {
        return new ProcessingJobArn(scope, new ProcessingJobName(row.getString("name")));
    }

    private static ProcessingJob job(ResultSet row, ProcessingJobArn arn) throws SQLException {
        return new ProcessingJob(
                arn,
                status(row),
                Instant.ofEpochMilli(row.getLong("created")),
                Instant.ofEpochMilli(row.getLong("modified")),
                Optional.ofNullable(row.getObject("ended", Long.class)).map(Instant::ofEpochMilli),
                Optional.ofNullable(row.getString("exit_message")).map(JobMessage::new),
                Optional.ofNullable(row.getString("failure_reason")).map(JobMessage::new));
    }

    static ProcessingJobStatus status(ResultSet row) throws SQLException {
        int code = row.getInt("status");
        return ProcessingJobStatus.ofCode(code)
                .orElseThrow(() -> new SQLDataException("no status has the code " + code));
    }
}
