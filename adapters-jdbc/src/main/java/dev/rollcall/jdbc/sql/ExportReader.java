package dev.rollcall.jdbc.sql;

import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.plan.JobIndex;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Reads every job of every scope in the order of account, region and name, without sorting: it
/// scans the index of names, scope by scope.
final class ExportReader {

    /// The first read of the transaction, which takes the snapshot; so it reads both tables.
    private static final String SCOPES =
            """
            SELECT id, account, region
            FROM scope
            WHERE EXISTS (SELECT 1 FROM job WHERE job.scope = scope.id)
            ORDER BY account, region\
            """;

    /// How many rows a driver may fetch ahead, each with up to 256 KiB of details. By default one
    /// that talks to a server fetches all.
    private static final int FETCH_SIZE = 100;

    private ExportReader() {}

    private record Numbered(int id, Scope scope) {}

    /// Hands each job to the reader, in the handle's transaction.
    static void read(Handle handle, Dialect dialect, Consumer<JobDescription> reader) {
        String jobs = jobs(dialect);
        for (Numbered of : numbered(handle)) {
            handle.createQuery(jobs)
                    .setFetchSize(FETCH_SIZE)
                    .bind(0, of.id())
                    .map((row, _) -> JobRows.description(row, of.scope()))
                    .forEach(reader);
        }
    }

    /// It names the index to read, as every scan does: another one would have to be sorted.
    static String jobs(Dialect dialect) {
        return """
        SELECT %s, %s
        FROM %s
        %s
        WHERE job.scope = ?
        ORDER BY job.scope, job.name\
        """
                .formatted(
                        JobRows.COLUMNS,
                        DetailRows.COLUMNS,
                        dialect.from(JobIndex.BY_NAME),
                        DetailRows.JOINED);
    }

    /// The scopes that have jobs, in the handle's transaction.
    static Set<Scope> scopes(Handle handle) {
        return numbered(handle).stream().map(Numbered::scope).collect(Collectors.toSet());
    }

    private static List<Numbered> numbered(Handle handle) {
        return handle.createQuery(SCOPES)
                .map((row, _) -> new Numbered(row.getInt("id"), scope(row)))
                .list();
    }

    private static Scope scope(ResultSet row) throws SQLException {
        return Scope.of(row.getString("account"), row.getString("region"));
    }
}
