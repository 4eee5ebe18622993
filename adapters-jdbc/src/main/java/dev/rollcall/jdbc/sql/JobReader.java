package dev.rollcall.jdbc.sql;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.plan.JobIndex;

import org.jdbi.v3.core.Handle;

import java.util.Optional;

/// Reads all that is stored of one job, in the handle's transaction.
///
/// @param scopeId the number that rows have in place of the scope
record JobReader(Handle handle, Dialect dialect, Scope scope, int scopeId) {

    Optional<JobDescription> read(ProcessingJobName name) {
        return handle.createQuery(
                        "SELECT %s, %s FROM %s %s WHERE job.scope = ? AND job.name = ?"
                                .formatted(
                                        JobRows.COLUMNS,
                                        DetailRows.COLUMNS,
                                        dialect.from(JobIndex.BY_NAME),
                                        DetailRows.JOINED))
                .bind(0, scopeId)
                .bind(1, name.value())
                .map((row, _) -> JobRows.description(row, scope))
                .findOne();
    }

    /// The job whose ARN spells its name so: as the job itself spells it, or in another way.
    Optional<JobDescription> readByArn(ProcessingJobName nameInArn) {
        return read(nameInArn)
                .filter(it -> it.job().nameInArn().isEmpty())
                .or(() -> nameByArn(nameInArn).flatMap(this::read));
    }

    private Optional<ProcessingJobName> nameByArn(ProcessingJobName nameInArn) {
        return handle.createQuery(dialect.nameByArn())
                .bind(0, scopeId)
                .bind(1, nameInArn.value())
                .mapTo(String.class)
                .findOne()
                .map(ProcessingJobName::new);
    }
}
