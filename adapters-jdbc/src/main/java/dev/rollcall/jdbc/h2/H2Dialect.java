package dev.rollcall.jdbc.h2;

import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.jdbc.sql.Criteria;
import dev.rollcall.jdbc.sql.Dialect;
import dev.rollcall.jdbc.sql.JobRows;
import dev.rollcall.jdbc.sql.Sql;
import dev.rollcall.plan.IndexRange;
import dev.rollcall.plan.JobIndex;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// H2 takes the index that a hint names (`USE INDEX`), and computes a row only when it is asked for
/// (`LAZY_QUERY_EXECUTION`), so rows that are not read cost nothing.
final class H2Dialect implements Dialect {

    @Override
    public String from(JobIndex index) {
        return "%s USE INDEX (%s)".formatted(H2Indexes.table(index), H2Indexes.name(index));
    }

    /// Late jobs have a table of their own, so each index has all jobs of its table.
    @Override
    public Sql partialIndexCondition(JobIndex index) {
        return Sql.TRUE;
    }

    /// One part of the range at a time: for a disjunction, H2 scans the index from its beginning.
    /// And whole numbers beyond the key are `key + 1` or more: for `> key`, or for a row value, H2
    /// scans all jobs that tie.
    @Override
    public List<Sql> seek(Criterion.Beyond beyond) {
        return beyond.ranges().stream().map(range -> in(range, beyond)).toList();
    }

    private static Sql in(Criterion.Beyond.Range range, Criterion.Beyond beyond) {
        return switch (beyond.position()) {
            case Position.ByName _ -> Criteria.beyond(beyond);
            case Position.ByCreationTime(var time, var name) ->
                    in(range, "created", time.toEpochMilli(), name.value(), beyond.order());
            case Position.ByStatus(var status, var name) ->
                    in(range, "status", status.code(), name.value(), beyond.order());
        };
    }

    private static Sql in(
            Criterion.Beyond.Range range, String column, long key, String name, SortOrder order) {
        boolean ascending = order == SortOrder.ASCENDING;
        return switch (range) {
            case WITHIN_KEY ->
                    Sql.of(column + " = ? AND name " + (ascending ? ">" : "<") + " ?", key, name);
            case BEYOND_KEY ->
                    ascending
                            ? Sql.of(column + " >= ?", key + 1)
                            : Sql.of(column + " <= ?", key - 1);
        };
    }

    @Override
    public Sql contains(String text) {
        return Sql.of("LOCATE(?, name) > 0", text);
    }

    /// [#count] never counts the index by text, so it is never read.
    @Override
    public Sql textBound(String text) {
        throw H2Indexes.noneByText();
    }

    /// The table of late jobs has only the columns that an index has.
    @Override
    public Sql jobs(JobIndex index, Sql bounds, int scopeId) {
        var entries = Sql.around("FROM %s WHERE %s", Sql.of(from(index)), bounds);
        return index.isOfLateJobs()
                ? Sql.around(
                        """
                        SELECT %s
                        FROM (SELECT name %s) AS late
                        LEFT JOIN %s
                            ON job.scope = %s AND job.name = late.name\
                        """,
                        Sql.of(JobRows.COLUMNS),
                        entries,
                        Sql.of(from(JobIndex.BY_NAME)),
                        Sql.of("?", scopeId))
                : Sql.around("SELECT %s %s", Sql.of(JobRows.COLUMNS), entries);
    }

    @Override
    public Sql scan(Scan scan) {
        return Sql.around(
                """
                SELECT name, created, status, %s AS matches
                FROM %s
                WHERE %s
                ORDER BY %s
                FETCH FIRST %s ROWS ONLY\
                """,
                scan.matches(),
                Sql.of(scan.from()),
                scan.bounds(),
                scan.orderBy(),
                Sql.of("?", scan.rows()));
    }

    @Override
    public int rowNumber(ResultSet entry) throws SQLException {
        return entry.getRow();
    }

    @Override
    public Sql entries(JobIndex index, Sql bounds, int scopeId) {
        return Sql.around(
                "SELECT name, created, status, modified FROM %s WHERE %s",
                Sql.of(from(index)), bounds);
    }

    @Override
    public OptionalInt count(IndexRange range, Handle handle, Supplier<OptionalInt> counting) {
        return range.index() == JobIndex.BY_TEXT ? OptionalInt.empty() : counting.get();
    }

    @Override
    public String nameByArn() {
        return """
        SELECT name FROM job_arn
        WHERE scope = ? AND name_in_arn = ?
        ORDER BY scope, name_in_arn, name
        FETCH FIRST ROW ONLY\
        """;
    }
}
