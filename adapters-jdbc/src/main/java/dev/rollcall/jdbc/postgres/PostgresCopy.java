package dev.rollcall.jdbc.postgres;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.JobMessage;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.Scope;

import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/// Inserts new jobs into PostgreSQL as a stream, which costs half as much as a statement that must
/// expect to find them.
final class PostgresCopy {

    private static final String JOBS =
            """
            COPY job (scope, name, status, created, modified, ended, exit_message, failure_reason,
                name_in_arn)
            FROM STDIN\
            """;

    private static final String NAMES = "COPY job_name (scope, name) FROM STDIN";

    private static final String NULL = "\\N";

    private PostgresCopy() {}

    /// Inserts a batch, in its order; details are not copied.
    ///
    /// @throws SQLException if one of its jobs is there already, among others; the transaction has
    ///   then failed
    static void insert(List<JobDescription> batch, ToIntFunction<Scope> scopeIds, Handle handle)
            throws SQLException {
        var rows =
                batch.stream()
                        .map(JobDescription::job)
                        .map(job -> new Row(scopeIds.applyAsInt(job.scope()), job))
                        .toList();
        var manager = handle.getConnection().unwrap(PGConnection.class).getCopyAPI();
        send(JOBS, rows, Row::columns, manager);
        send(NAMES, rows, Row::name, manager);
    }

    private static void send(
            String command, List<Row> rows, Function<Row, String> text, CopyManager manager)
            throws SQLException {
        String lines = rows.stream().map(text).collect(Collectors.joining("\n", "", "\n"));
        try {
            manager.copyIn(command, new StringReader(lines));
        } catch (IOException e) {
            throw new SQLException("The rows cannot be sent.", e);
        }
    }

    private record Row(int scope, ProcessingJob job) {

        String name() {
            return scope + "\t" + job.name().value();
        }

        String columns() {
            return String.join(
                    "\t",
                    name(),
                    Integer.toString(job.status().code()),
                    millis(job.creationTime()),
                    millis(job.lastModifiedTime()),
                    job.processingEndTime().map(PostgresCopy::millis).orElse(NULL),
                    text(job.exitMessage()),
                    text(job.failureReason()),
                    job.nameInArn().map(ProcessingJobName::value).orElse(NULL));
        }
    }

    private static String millis(Instant time) {
        return Long.toString(time.toEpochMilli());
    }

    /// With the characters escaped that have a meaning in the format.
    private static String text(Optional<JobMessage> message) {
        return message.map(
                        it ->
                                it.text()
                                        .replace("\\", "\\\\")
                                        .replace("\t", "\\t")
                                        .replace("\n", "\\n")
                                        .replace("\r", "\\r"))
                .orElse(NULL);
    }
}
