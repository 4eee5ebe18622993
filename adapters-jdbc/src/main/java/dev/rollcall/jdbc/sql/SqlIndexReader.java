package dev.rollcall.jdbc.sql;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.plan.AccessPath;
import dev.rollcall.plan.Found;
import dev.rollcall.plan.IndexRange;
import dev.rollcall.plan.IndexReader;
import dev.rollcall.plan.JobIndex;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads the indexes of one scope's jobs, in the handle's transaction if it has one.
class SqlIndexReader implements IndexReader {

    private final Handle handle;
    private final Dialect dialect;
    private final Scope scope;
    private final int scopeId;
    private final Criteria criteria;

    /// @param scopeId the number that rows have in place of the scope
    SqlIndexReader(Handle handle, Dialect dialect, Scope scope, int scopeId) {
        this.handle = handle;
        this.dialect = dialect;
        this.scope = scope;
        this.scopeId = scopeId;
        this.criteria = new Criteria(dialect, scopeId);
    }

    @Override
    public Scanned scan(IndexRange range, Selection selection, int rows) {
        var scanned = new Scanned(List.of(), 0, Optional.empty());
        for (Sql bounds : criteria.bounds(range)) {
            int rowsLeft = Math.max(1, rows - scanned.examined());
            var rest = selection.limit(selection.limit() - scanned.found().size());
            var next =
                    range.hasOnlyWholeMatches()
                            ? scanJobs(range.index(), bounds, rest, rowsLeft)
                            : scanEntries(range, bounds, rest, rowsLeft);
            scanned = joined(scanned, next);
            if (next.stoppedAt().isPresent() || next.found().size() == rest.limit()) {
                return scanned;
            }
        }
        return scanned;
    }

    private static Scanned joined(Scanned scanned, Scanned next) {
        List<Found> found = new ArrayList<>(scanned.found());
        found.addAll(next.found());
        return new Scanned(found, scanned.examined() + next.examined(), next.stoppedAt());
    }

    /// Reads the jobs themselves.
    private Scanned scanJobs(JobIndex index, Sql bounds, Selection selection, int rows) {
        var scan =
                Sql.around(
                        "SELECT %s FROM %s WHERE %s ORDER BY %s FETCH FIRST %s ROWS ONLY",
                        Sql.of(JobRows.COLUMNS),
                        Sql.of(dialect.from(index)),
                        bounds,
                        OrderBy.along(index, selection.ordering().order()),
                        Sql.of("?", Math.min(rows, selection.limit())));
        List<ProcessingJob> jobs = jobs(scan);
        Optional<Position> stoppedAt =
                jobs.size() == rows && rows < selection.limit()
                        ? Optional.of(selection.ordering().positionOf(jobs.getLast()))
                        : Optional.empty();
        return new Scanned(whole(jobs), jobs.size(), stoppedAt);
    }

    /// Reads entries, of which few may match.
    private Scanned scanEntries(IndexRange range, Sql bounds, Selection selection, int rows) {
        int limit = selection.limit();
        var ordering = selection.ordering();
        var scan =
                dialect.scan(
                        new Dialect.Scan(
                                dialect.from(range.index()),
                                bounds,
                                criteria.residual(range),
                                OrderBy.along(range.index(), ordering.order()),
                                rows,
                                limit));
        return query(scan)
                .scanResultSet(
                        (result, context) -> {
                            try (context) {
                                return ScanReader.read(
                                        result.get(), ordering.key(), rows, limit, dialect);
                            }
                        });
    }

    @Override
    public List<ProcessingJob> all(IndexRange range) {
        return criteria.bounds(range).stream()
                .flatMap(bounds -> jobs(dialect.jobs(range.index(), bounds, scopeId)).stream())
                .toList();
    }

    @Override
    public OptionalInt count(IndexRange range, int limit) {
        return dialect.count(range, handle, () -> countEntries(range, limit));
    }

    private OptionalInt countEntries(IndexRange range, int limit) {
        int entries = 0;
        for (Sql bounds : criteria.bounds(range)) {
            entries += countEntries(range.index(), bounds, limit + 1 - entries);
            if (entries > limit) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(entries);
    }

    private int countEntries(JobIndex index, Sql bounds, int enough) {
        var counting =
                Sql.around(
                        """
                        SELECT COUNT(*)
                        FROM (SELECT 1 FROM %s WHERE %s FETCH FIRST %s ROWS ONLY) AS entry\
                        """,
                        Sql.of(dialect.from(index)), bounds, Sql.of("?", enough));
        return query(counting).mapTo(Integer.class).one();
    }

    @Override
    public List<Found> fetch(AccessPath path, Selection selection) {
        var matching = path.ranges().stream().flatMap(range -> matching(range).stream()).toList();
        var fetching =
                Sql.around(
                        """
                        SELECT %s
                        FROM (
                            SELECT name FROM (%s) AS entry
                            ORDER BY %s FETCH FIRST %s ROWS ONLY) AS found
                        LEFT JOIN %s ON job.scope = %s AND job.name = found.name\
                        """,
                        Sql.of(JobRows.COLUMNS),
                        Sql.joined(matching, " UNION ALL "),
                        OrderBy.of(selection.ordering()),
                        Sql.of("?", selection.limit()),
                        Sql.of(dialect.from(JobIndex.BY_NAME)),
                        Sql.of("?", scopeId));
        return whole(selection.from(jobs(fetching)));
    }

    private List<Sql> matching(IndexRange range) {
        return criteria.bounds(range).stream()
                .map(bounds -> dialect.entries(range.index(), bounds, scopeId))
                .map(
                        entries ->
                                Sql.around(
                                        "SELECT * FROM (%s) AS entry WHERE %s",
                                        entries, criteria.residual(range)))
                .toList();
    }

    @Override
    public List<ProcessingJob> load(List<ProcessingJobName> names) {
        return JobRows.load(names, scope, scopeId, dialect.from(JobIndex.BY_NAME), handle);
    }

    private List<ProcessingJob> jobs(Sql sql) {
        return query(sql).map((row, _) -> JobRows.job(row, scope)).list();
    }

    private static List<Found> whole(List<ProcessingJob> jobs) {
        return jobs.stream().<Found>map(Found.Whole::new).toList();
    }

    Query query(Sql sql) {
        return sql.bindTo(handle.createQuery(sql.text()));
    }
}
