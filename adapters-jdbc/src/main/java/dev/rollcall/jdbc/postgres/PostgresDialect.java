package dev.rollcall.jdbc.postgres;

import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.jdbc.sql.Criteria;
import dev.rollcall.jdbc.sql.Dialect;
import dev.rollcall.jdbc.sql.JobRows;
import dev.rollcall.jdbc.sql.OrderBy;
import dev.rollcall.jdbc.sql.Sql;
import dev.rollcall.jdbc.sql.SqlErrors;
import dev.rollcall.plan.IndexRange;
import dev.rollcall.plan.JobIndex;
import dev.rollcall.plan.LateModification;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// PostgreSQL takes no hints, so a query that reads an index asks for what only this index is
/// bounded by. All other conditions are outside, behind a `LIMIT` or an `OFFSET 0` that the planner
/// does not look through.
record PostgresDialect() implements Dialect {

    /// How long a count on the index by text may take. A text of common pieces has many candidates,
    /// and all of them are looked up before the first is returned.
    private static final Duration COUNTING_BY_TEXT = Duration.ofMillis(250);

    /// The index holds runs of three letters or digits; by a text that has none it finds
    /// everything.
    private static final Pattern PIECE = Pattern.compile("[A-Za-z0-9]{3}");

    /// SQLSTATE 57014, query canceled: its time was over.
    private static final String CANCELED = "57014";

    private static final Sql LATE =
            Sql.of(
                    "modified NOT BETWEEN created AND created + "
                            + LateModification.USUAL.toMillis());

    @Override
    public String from(JobIndex index) {
        return index == JobIndex.BY_TEXT ? "job_name" : "job";
    }

    @Override
    public Sql partialIndexCondition(JobIndex index) {
        return index.isOfLateJobs() ? LATE : Sql.TRUE;
    }

    @Override
    public List<Sql> seek(Criterion.Beyond beyond) {
        return List.of(Criteria.beyond(beyond));
    }

    @Override
    public Sql contains(String text) {
        return Sql.of("strpos(name, ?) > 0", text);
    }

    /// No name contains a wildcard of `LIKE`, but a text may.
    @Override
    public Sql textBound(String text) {
        return Sql.of("name LIKE ?", "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%");
    }

    @Override
    public Sql jobs(JobIndex index, Sql bounds, int scopeId) {
        return Sql.around(
                "SELECT %s FROM job WHERE %s ORDER BY %s",
                Sql.of(JobRows.COLUMNS), bounds, OrderBy.along(index));
    }

    @Override
    public Sql scan(Scan scan) {
        return Sql.around(
                """
                SELECT name, created, status, matches, place
                FROM (
                    SELECT name, created, status, %s AS matches,
                        row_number() OVER (ORDER BY %s) AS place
                    FROM %s
                    WHERE %s
                    ORDER BY %s
                    FETCH FIRST %s ROWS ONLY) AS entry
                WHERE matches OR place = %s
                FETCH FIRST %s ROWS ONLY\
                """,
                scan.matches(),
                scan.orderBy(),
                Sql.of(scan.from()),
                scan.bounds(),
                scan.orderBy(),
                Sql.of("?", scan.rows()),
                Sql.of("?", scan.rows()),
                Sql.of("?", scan.limit()));
    }

    @Override
    public int rowNumber(ResultSet entry) throws SQLException {
        return entry.getInt("place");
    }

    @Override
    public Sql entries(JobIndex index, Sql bounds, int scopeId) {
        return index == JobIndex.BY_TEXT
                ? Sql.around(
                        """
                        SELECT job.name, created, status, modified
                        FROM (SELECT name FROM job_name WHERE %s OFFSET 0) AS named
                        JOIN job ON job.scope = %s AND job.name = named.name
                        OFFSET 0\
                        """,
                        bounds, Sql.of("?", scopeId))
                : Sql.around(
                        "SELECT name, created, status, modified FROM job WHERE %s OFFSET 0",
                        bounds);
    }

    @Override
    public String nameByArn() {
        return """
        SELECT name FROM job
        WHERE scope = ? AND name_in_arn = ?
        ORDER BY name
        FETCH FIRST ROW ONLY\
        """;
    }

    @Override
    public OptionalInt count(IndexRange range, Handle handle, Supplier<OptionalInt> counting) {
        if (range.index() != JobIndex.BY_TEXT) {
            return counting.get();
        }
        // Asked each time: another Rollcall may still have to build the index, or rebuild it.
        return hasPiece(range) && PostgresTextIndex.exists(handle)
                ? inTime(handle, counting)
                : OptionalInt.empty();
    }

    private static boolean hasPiece(IndexRange range) {
        return range.bounds().stream()
                .anyMatch(
                        criterion ->
                                criterion instanceof Criterion.NameContains(var text)
                                        && PIECE.matcher(text).find());
    }

    /// Within a savepoint, since a statement that is canceled breaks its transaction.
    private static OptionalInt inTime(Handle handle, Supplier<OptionalInt> counting) {
        handle.execute(
                "SAVEPOINT counting; SET LOCAL statement_timeout = " + COUNTING_BY_TEXT.toMillis());
        try {
            OptionalInt count = counting.get();
            handle.execute("ROLLBACK TO SAVEPOINT counting");
            return count;
        } catch (UnableToExecuteStatementException e) {
            if (!SqlErrors.hasState(CANCELED, e)) {
                throw e;
            }
            handle.execute("ROLLBACK TO SAVEPOINT counting");
            return OptionalInt.empty();
        }
    }
}
