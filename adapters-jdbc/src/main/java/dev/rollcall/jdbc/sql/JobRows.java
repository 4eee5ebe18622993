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

    /// The columns of a `job` that a query must begin with for [#job]. They are read by their
    /// place: to find one by its name takes as long as to read it.
    public static final String COLUMNS =
            """
            job.name, job.name_in_arn, job.status, job.created, job.modified, job.ended, \
            job.exit_message, job.failure_reason\
            """;

    private static final int NAME = 1;
    private static final int NAME_IN_ARN = 2;
    private static final int STATUS = 3;
    private static final int CREATED = 4;
    private static final int MODIFIED = 5;
    private static final int ENDED = 6;
    private static final int EXIT_MESSAGE = 7;
    private static final int FAILURE_REASON = 8;

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
                        SELECT %s
                        FROM UNNEST(?) WITH ORDINALITY AS wanted (name, position)
                        LEFT JOIN %s ON job.scope = ? AND job.name = wanted.name
                        ORDER BY wanted.position\
                        """
                                .formatted(COLUMNS, table))
                .bind(0, names.stream().map(ProcessingJobName::value).toArray(String[]::new))
                .bind(1, scopeId)
                .map((row, _) -> job(row, scope))
                .list();
    }

    /// A row that begins with the [#COLUMNS], of a job of this scope.
    public static ProcessingJob job(ResultSet row, Scope scope) throws SQLException {
        var name = new ProcessingJobName(row.getString(NAME));
        var nameInArn = Optional.ofNullable(row.getString(NAME_IN_ARN)).map(ProcessingJobName::new);
        return new ProcessingJob(
                name,
                new ProcessingJobArn(scope, nameInArn.orElse(name)),
                status(row.getInt(STATUS)),
                Instant.ofEpochMilli(row.getLong(CREATED)),
                Instant.ofEpochMilli(row.getLong(MODIFIED)),
                ended(row),
                Optional.ofNullable(row.getString(EXIT_MESSAGE)).map(JobMessage::new),
                Optional.ofNullable(row.getString(FAILURE_REASON)).map(JobMessage::new));
    }

    /// A row that has the columns of the details too, wherever they are.
    static JobDescription description(ResultSet row, Scope scope) throws SQLException {
        return new JobDescription(job(row, scope), DetailRows.details(row));
    }

    private static Optional<Instant> ended(ResultSet row) throws SQLException {
        long millis = row.getLong(ENDED);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    static ProcessingJobStatus status(int code) throws SQLDataException {
        return ProcessingJobStatus.ofCode(code)
                .orElseThrow(() -> new SQLDataException("no status has the code " + code));
    }
}
