package dev.rollcall.jdbc.h2;

import dev.rollcall.domain.jobs.JobMessage;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.jdbc.sql.JobRows;
import dev.rollcall.plan.LateModification;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/// A batch to be written to H2.
///
/// One thread at a time may write: what it has read must not change before it writes.
final class H2Batch {

    private static final String KNOWN =
            """
            SELECT job.*, wanted.position
            FROM UNNEST(?, ?) WITH ORDINALITY AS wanted (scope, name, position)
            LEFT JOIN job USE INDEX (job_by_name)
                ON job.scope = wanted.scope AND job.name = wanted.name
            WHERE job.id IS NOT NULL\
            """;

    private static final String INSERT =
            """
            INSERT INTO job
                (status, created, modified, ended, exit_message, failure_reason, name_in_arn,
                scope, name)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """;

    private static final String UPDATE =
            """
            UPDATE job SET status = ?, created = ?, modified = ?, ended = ?, exit_message = ?,
                failure_reason = ?, name_in_arn = ?
            WHERE id = ?\
            """;

    private static final String NO_LONGER_LATE =
            "DELETE FROM late_job WHERE scope = ? AND name = ?";

    private static final String LATE =
            "INSERT INTO late_job (scope, name, status, created, modified) VALUES (?, ?, ?, ?, ?)";

    /// Names that follow each other share a page of an index, which is then written once.
    private static final Comparator<ProcessingJob> BY_NAME =
            Comparator.comparing(job -> job.name().value());

    private final List<ProcessingJob> batch;
    private final ToIntFunction<Scope> scopeIds;
    private final Handle handle;
    private final PreparedBatch inserts;
    private final PreparedBatch updates;
    private final PreparedBatch noLongerLate;
    private final PreparedBatch late;

    H2Batch(List<ProcessingJob> batch, ToIntFunction<Scope> scopeIds, Handle handle) {
        this.batch = batch.stream().sorted(BY_NAME).toList();
        this.scopeIds = scopeIds;
        this.handle = handle;
        this.inserts = handle.prepareBatch(INSERT);
        this.updates = handle.prepareBatch(UPDATE);
        this.noLongerLate = handle.prepareBatch(NO_LONGER_LATE);
        this.late = handle.prepareBatch(LATE);
    }

    /// Inserts the new records and updates the older ones.
    ///
    /// @return how many rows were written
    int insertOrUpdate() {
        return write(known());
    }

    /// Inserts all records without looking for older ones.
    ///
    /// @return how many rows were written
    int insert() {
        return write(Map.of());
    }

    private int write(Map<Integer, Known> known) {
        for (int i = 0; i < batch.size(); i++) {
            ProcessingJob job = batch.get(i);
            Known before = known.get(i);
            if (before == null) {
                insert(job);
            } else if (job.supersedes(before.job())) {
                update(job, before);
            }
        }
        int written = inserts.size() + updates.size();
        List.of(inserts, updates, noLongerLate, late).forEach(PreparedBatch::execute);
        return written;
    }

    private void insert(ProcessingJob job) {
        bind(job, inserts).bind(7, scopeId(job)).bind(8, job.name().value()).add();
        addIfLate(job);
    }

    private void update(ProcessingJob job, Known before) {
        bind(job, updates).bind(7, before.id()).add();
        if (LateModification.isLate(before.job())) {
            noLongerLate.bind(0, scopeId(job)).bind(1, job.name().value()).add();
        }
        addIfLate(job);
    }

    private void addIfLate(ProcessingJob job) {
        if (LateModification.isLate(job)) {
            late.bind(0, scopeId(job))
                    .bind(1, job.name().value())
                    .bind(2, job.status().code())
                    .bind(3, job.creationTime().toEpochMilli())
                    .bind(4, job.lastModifiedTime().toEpochMilli())
                    .add();
        }
    }

    private int scopeId(ProcessingJob job) {
        return scopeIds.applyAsInt(job.scope());
    }

    private record Known(int index, long id, ProcessingJob job) {}

    /// The stored rows of the batch's jobs, by the job's index in the batch.
    private Map<Integer, Known> known() {
        Map<Integer, Known> known = new HashMap<>();
        handle.createQuery(KNOWN)
                .bind(0, batch.stream().map(this::scopeId).toArray(Integer[]::new))
                .bind(1, batch.stream().map(job -> job.name().value()).toArray(String[]::new))
                .map(
                        (row, _) -> {
                            int index = row.getInt("position") - 1;
                            var job = JobRows.job(row, batch.get(index).scope());
                            return new Known(index, row.getLong("id"), job);
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
                .bind(5, job.failureReason().map(JobMessage::text))
                .bind(6, job.nameInArn().map(ProcessingJobName::value));
    }
}
