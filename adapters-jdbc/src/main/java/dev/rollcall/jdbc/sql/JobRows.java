package dev.rollcall.jdbc.sql;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobMessage;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.jobs.Scope;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads whole jobs, a row each.
public final class JobRows {

    private JobRows() {}

    /// The jobs of a scope that have these names, in the same order.
    static List<ProcessingJob> load(
            List<ProcessingJobName> names, Scope scope, int scopeId, String table, Handle handle) {
        if (names.isEmpty()) {
            return List.of();
        }
        // An outer join can only begin with the list, whatever the database believes of the table.
        return handle.createQuery(
                        """
                        SELECT job.*
                        FROM UNNEST(?) WITH ORDINALITY AS wanted (name, position)
                        LEFT JOIN %s ON job.scope = ? AND job.name = wanted.name
                        ORDER BY wanted.position\
                        """
                                .formatted(table))
                .bind(0, names.stream().map(ProcessingJobName::value).toArray(String[]::new))
                .bind(1, scopeId)
                .map((row, _) -> job(row, scope))
                .list();
    }

    /// A row that has all columns, of a job of this scope.
    public static ProcessingJob job(ResultSet row, Scope scope) throws SQLException {
        var name = new ProcessingJobName(row.getString("name"));
        var nameInArn =
                Optional.ofNullable(row.getString("name_in_arn")).map(ProcessingJobName::new);
        return new ProcessingJob(
                name,
                new ProcessingJobArn(scope, nameInArn.orElse(name)),
                status(row),
                Instant.ofEpochMilli(row.getLong("created")),
                Instant.ofEpochMilli(row.getLong("modified")),
                Optional.ofNullable(row.getObject("ended", Long.class)).map(Instant::ofEpochMilli),
                Optional.ofNullable(row.getString("exit_message")).map(JobMessage::new),
                Optional.ofNullable(row.getString("failure_reason")).map(JobMessage::new));
    }

    /// A row that has the columns of the details too.
    static JobDescription description(ResultSet row, Scope scope) throws SQLException {
        return new JobDescription(job(row, scope), DetailRows.details(row));
    }

    static ProcessingJobStatus status(ResultSet row) throws SQLException {
        int code = row.getInt("status");
        return ProcessingJobStatus.ofCode(code)
                .orElseThrow(() -> new SQLDataException("no status has the code " + code));
    }
}
