package dev.rollcall.jdbc.h2;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobMessage;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.jdbc.sql.DetailRows;
import dev.rollcall.jdbc.sql.JobRows;
import dev.rollcall.plan.LateModification;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A batch to be written to H2.
///
/// One thread at a time may write: what it has read must not change before it writes.
final class H2Batch {

    private static final String KNOWN =
            """
            SELECT %s, job.id, wanted.position
            FROM UNNEST(?, ?) WITH ORDINALITY AS wanted (scope, name, position)
            LEFT JOIN job USE INDEX (job_by_name)
                ON job.scope = wanted.scope AND job.name = wanted.name
            WHERE job.id IS NOT NULL\
            """
                    .formatted(JobRows.COLUMNS);

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

    private static final String NO_LONGER_IN_ARN =
            "DELETE FROM job_arn WHERE scope = ? AND name_in_arn = ? AND name = ?";

    private static final String IN_ARN =
            "INSERT INTO job_arn (scope, name_in_arn, name) VALUES (?, ?, ?)";

    private static final String WRITE_DETAILS =
            """
            MERGE INTO job_details (scope, name, members, versions, texts) KEY (scope, name)
            VALUES (?, ?, ?, ?, ?)\
            """;

    /// Names that follow each other share a page of an index, which is then written once.
    private static final Comparator<JobDescription> BY_NAME =
            Comparator.comparing(it -> it.job().name());

    private final List<JobDescription> batch;
    private final Instant horizon;
    private final ToIntFunction<Scope> scopeIds;
    private final Handle handle;
    private final PreparedBatch inserts;
    private final PreparedBatch updates;
    private final PreparedBatch noLongerLate;
    private final PreparedBatch late;
    private final PreparedBatch noLongerInArn;
    private final PreparedBatch inArn;

    H2Batch(
            List<JobDescription> batch,
            Instant horizon,
            ToIntFunction<Scope> scopeIds,
            Handle handle) {
        this.batch = batch.stream().sorted(BY_NAME).toList();
        this.horizon = horizon;
        this.scopeIds = scopeIds;
        this.handle = handle;
        this.inserts = handle.prepareBatch(INSERT);
        this.updates = handle.prepareBatch(UPDATE);
        this.noLongerLate = handle.prepareBatch(NO_LONGER_LATE);
        this.late = handle.prepareBatch(LATE);
        this.noLongerInArn = handle.prepareBatch(NO_LONGER_IN_ARN);
        this.inArn = handle.prepareBatch(IN_ARN);
    }

    /// Inserts the records of new jobs, and merges the others with what is stored.
    ///
    /// @return how many changed something
    int insertOrMerge() {
        return write(known());
    }

    /// Inserts all records without looking for older ones.
    ///
    /// @return how many there are
    int insert() {
        return write(Map.of());
    }

    private int write(Map<ProcessingJobId, Known> known) {
        List<JobDescription> inserted = new ArrayList<>();
        List<JobDescription> present = new ArrayList<>();
        Set<ProcessingJobId> updated = new HashSet<>();
        for (JobDescription record : batch) {
            Known before = known.get(record.id());
            if (before == null) {
                insert(record.job());
                inserted.add(record);
            } else {
                present.add(record);
                if (merge(record.job(), before)) {
                    updated.add(record.id());
                }
            }
        }
        Stream.of(inserts, updates, noLongerLate, late, noLongerInArn, inArn)
                .filter(rows -> rows.size() > 0)
                .forEach(PreparedBatch::execute);
        var described = inserted.stream().filter(it -> !it.details().isEmpty()).toList();
        DetailRows.write(described, WRITE_DETAILS, scopeIds, handle);
        updated.addAll(DetailRows.merge(present, horizon, WRITE_DETAILS, scopeIds, handle));
        return inserted.size() + updated.size();
    }

    private void insert(ProcessingJob job) {
        bind(job, inserts).bind(7, scopeId(job)).bind(8, job.name().value()).add();
        addIfLate(job);
        addIfInArn(job);
    }

    /// @return whether that changes the job's row
    private boolean merge(ProcessingJob record, Known known) {
        var before = new JobDescription(known.job());
        var after = before.merge(new JobDescription(record), horizon);
        if (after.equals(before)) {
            return false;
        }
        update(after.job(), known);
        return true;
    }

    private void update(ProcessingJob job, Known before) {
        bind(job, updates).bind(7, before.id()).add();
        if (LateModification.isLate(before.job())) {
            noLongerLate.bind(0, scopeId(job)).bind(1, job.name().value()).add();
        }
        addIfLate(job);
        if (!job.nameInArn().equals(before.job().nameInArn())) {
            before.job().nameInArn().ifPresent(it -> bindArn(it, job, noLongerInArn).add());
            addIfInArn(job);
        }
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

    private void addIfInArn(ProcessingJob job) {
        job.nameInArn().ifPresent(it -> bindArn(it, job, inArn).add());
    }

    private PreparedBatch bindArn(ProcessingJobName name, ProcessingJob job, PreparedBatch rows) {
        return rows.bind(0, scopeId(job)).bind(1, name.value()).bind(2, job.name().value());
    }

    private int scopeId(ProcessingJob job) {
        return scopeIds.applyAsInt(job.scope());
    }

    /// @param id the number of the job's row
    private record Known(long id, ProcessingJob job) {}

    private Map<ProcessingJobId, Known> known() {
        var ids = batch.stream().map(JobDescription::id).toList();
        return handle
                .createQuery(KNOWN)
                .bind(0, DetailRows.scopeIds(ids, scopeIds))
                .bind(1, DetailRows.names(ids))
                .map((row, _) -> known(row, ids))
                .stream()
                .collect(Collectors.toMap(it -> it.job().id(), Function.identity()));
    }

    private static Known known(ResultSet row, List<ProcessingJobId> ids) throws SQLException {
        var scope = ids.get(row.getInt("position") - 1).scope();
        return new Known(row.getLong("id"), JobRows.job(row, scope));
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
