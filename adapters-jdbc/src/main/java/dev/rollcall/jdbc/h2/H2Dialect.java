package dev.rollcall.jdbc.h2;

import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.jdbc.sql.Criteria;
import dev.rollcall.jdbc.sql.Dialect;
import dev.rollcall.jdbc.sql.Sql;
import dev.rollcall.plan.IndexRange;
import dev.rollcall.plan.JobIndex;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// H2 takes the index it is told to (`USE INDEX`), and computes a row only when it is asked for
/// (`LAZY_QUERY_EXECUTION`), so rows that are not read cost nothing.
final class H2Dialect implements Dialect {

    @Override
    public String source(JobIndex index) {
        return switch (index) {
            case BY_NAME -> "job USE INDEX (job_by_name)";
            case BY_CREATION -> "job USE INDEX (job_by_creation)";
            case BY_STATUS -> "job USE INDEX (job_by_status)";
            case BY_STATUS_AND_CREATION -> "job USE INDEX (job_by_status_and_creation)";
            case BY_MODIFICATION -> "job USE INDEX (job_by_modification)";
            case LATE_BY_CREATION -> "late_job USE INDEX (late_job_by_creation)";
            case LATE_BY_MODIFICATION -> "late_job USE INDEX (late_job_by_modification)";
            case BY_TEXT -> throw noIndexOfTexts();
        };
    }

    @Override
    public Sql membership(JobIndex index) {
        return Sql.TRUE;
    }

    /// One range at a time: of a disjunction H2 walks the index from its beginning. And a whole
    /// number beyond the key is `key + 1` or more: of `> key`, or of a row value, H2 walks all jobs
    /// that tie.
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

    @Override
    public Sql mayContain(String text) {
        throw noIndexOfTexts();
    }

    /// [#count] never counts it, so nothing is ever to be read from it.
    private static IllegalStateException noIndexOfTexts() {
        return new IllegalStateException("H2 has no index of texts");
    }

    /// Late jobs have a table of their own, which lacks what no listing is judged by.
    @Override
    public Sql jobs(JobIndex index, Sql bounds, int scopeId) {
        var entries = Sql.around("FROM %s WHERE %s", Sql.of(source(index)), bounds);
        return index.isOfLateJobs()
                ? Sql.around(
                        """
                        SELECT job.*
                        FROM (SELECT name %s) AS late
                        LEFT JOIN job USE INDEX (job_by_name)
                            ON job.scope = %s AND job.name = late.name\
                        """,
                        entries, Sql.of("?", scopeId))
                : Sql.around("SELECT * %s", entries);
    }

    @Override
    public Sql walk(Walk walk) {
        return Sql.around(
                """
                SELECT name, created, status, %s AS matches
                FROM %s
                WHERE %s
                ORDER BY %s
                FETCH FIRST %s ROWS ONLY\
                """,
                walk.matches(),
                Sql.of(walk.source()),
                walk.bounds(),
                walk.orderBy(),
                Sql.of("?", walk.rows()));
    }

    @Override
    public int place(ResultSet entry) throws SQLException {
        return entry.getRow();
    }

    @Override
    public Sql entries(JobIndex index, Sql bounds, int scopeId) {
        return Sql.around(
                "SELECT name, created, status, modified FROM %s WHERE %s",
                Sql.of(source(index)), bounds);
    }

    @Override
    public OptionalInt count(IndexRange stretch, Handle handle, Supplier<OptionalInt> counting) {
        return stretch.index() == JobIndex.BY_TEXT ? OptionalInt.empty() : counting.get();
    }
}
