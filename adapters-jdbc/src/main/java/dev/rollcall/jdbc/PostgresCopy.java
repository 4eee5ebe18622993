package dev.rollcall.jdbc;

import dev.rollcall.domain.JobMessage;
import dev.rollcall.domain.ProcessingJob;
import dev.rollcall.domain.Scope;
import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// Writes jobs that are not there yet to PostgreSQL as a stream, which costs half of what a
/// statement does that must be ready to find them.
final class PostgresCopy {

    private static final String JOBS =
            """
            COPY job (scope, name, status, created, modified, ended, exit_message, failure_reason)
            FROM STDIN""";

    private static final String NAMES = "COPY job_name (scope, name) FROM STDIN";

    private static final String NULL = "\\N";

    private final ToIntFunction<Scope> scopeIds;

    private PostgresCopy(ToIntFunction<Scope> scopeIds) {
        this.scopeIds = scopeIds;
    }

    /// Keeps a batch.
    ///
    /// @throws SQLException if one of its jobs is there, among others; the transaction is then
    ///     spoilt
    static void keep(List<ProcessingJob> batch, ToIntFunction<Scope> scopeIds, Handle handle)
            throws SQLException {
        var copy = new PostgresCopy(scopeIds);
        var jobs = batch.stream().sorted(copy.inOrderOfLocks()).toList();
        var manager = handle.getConnection().unwrap(PGConnection.class).getCopyAPI();
        send(JOBS, jobs, copy::job, manager);
        send(NAMES, jobs, copy::name, manager);
    }

    /// That of [PostgresBatch], so that no two writers wait for each other. And jobs that follow
    /// each other stand in one page of the index.
    private Comparator<ProcessingJob> inOrderOfLocks() {
        return Comparator.<ProcessingJob>comparingInt(job -> scopeIds.applyAsInt(job.scope()))
                .thenComparing(job -> job.name().value());
    }

    private static void send(
            String command,
            List<ProcessingJob> jobs,
            Function<ProcessingJob, String> row,
            CopyManager manager)
            throws SQLException {
        String rows = jobs.stream().map(row).collect(Collectors.joining("\n", "", "\n"));
        try {
            manager.copyIn(command, new StringReader(rows));
        } catch (IOException e) {
            throw new SQLException("The rows cannot be sent.", e);
        }
    }

    private String job(ProcessingJob job) {
        return String.join(
                "\t",
                name(job),
                Integer.toString(job.status().code()),
                millis(job.creationTime()),
                millis(job.lastModifiedTime()),
                job.processingEndTime().map(PostgresCopy::millis).orElse(NULL),
                text(job.exitMessage()),
                text(job.failureReason()));
    }

    private String name(ProcessingJob job) {
        return scopeIds.applyAsInt(job.scope()) + "\t" + job.name().value();
    }

    private static String millis(Instant time) {
        return Long.toString(time.toEpochMilli());
    }

    /// With an escape before what the format takes for more than itself.
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
