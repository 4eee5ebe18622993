package dev.rollcall.jdbc.sql;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.plan.IndexRange;
import dev.rollcall.plan.IndexReader;
import dev.rollcall.plan.JobIndex;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The indexes of one scope's jobs, read in the handle's transaction.
public class SqlIndexReader implements IndexReader {

    private final Handle handle;
    private final Dialect dialect;
    private final int scopeId;
    private final Criteria criteria;

    /// Jobs that were read whole where they were found.
    private final Map<ProcessingJobName, ProcessingJob> whole = new HashMap<>();

    public SqlIndexReader(Handle handle, Dialect dialect, int scopeId) {
        this.handle = handle;
        this.dialect = dialect;
        this.scopeId = scopeId;
        this.criteria = new Criteria(dialect, scopeId);
    }

    @Override
    public Walked walk(IndexRange stretch, Selection selection, int rows) {
        var walked = new Walked(List.of(), 0, Optional.empty());
        for (Sql bounds : criteria.bounds(stretch)) {
            int rowsLeft = Math.max(1, rows - walked.examined());
            var rest = selection.limit(selection.limit() - walked.names().size());
            var next =
                    stretch.judged().isEmpty()
                            ? take(stretch.index(), bounds, rest, rowsLeft)
                            : judge(stretch, bounds, rest, rowsLeft);
            walked = joined(walked, next);
            if (next.stoppedAt().isPresent() || next.names().size() == rest.limit()) {
                return walked;
            }
        }
        return walked;
    }

    private static Walked joined(Walked walked, Walked next) {
        List<ProcessingJobName> names = new ArrayList<>(walked.names());
        names.addAll(next.names());
        return new Walked(names, walked.examined() + next.examined(), next.stoppedAt());
    }

    /// Reads the jobs themselves, since every entry is one that is wanted.
    private Walked take(JobIndex index, Sql bounds, Selection selection, int rows) {
        var taking =
                Sql.around(
                        "SELECT * FROM %s WHERE %s ORDER BY %s FETCH FIRST %s ROWS ONLY",
                        Sql.of(dialect.source(index)),
                        bounds,
                        OrderBy.along(index, selection.ordering().order()),
                        Sql.of("?", Math.min(rows, selection.limit())));
        List<ProcessingJob> jobs = read(taking, selection.scope());
        Optional<Position> stoppedAt =
                jobs.size() == rows && rows < selection.limit()
                        ? Optional.of(selection.ordering().positionOf(jobs.getLast()))
                        : Optional.empty();
        return new Walked(jobs.stream().map(ProcessingJob::name).toList(), jobs.size(), stoppedAt);
    }

    /// Reads entries, of which few may match.
    private Walked judge(IndexRange stretch, Sql bounds, Selection selection, int rows) {
        int limit = selection.limit();
        var ordering = selection.ordering();
        var statement =
                dialect.walk(
                        new Dialect.Walk(
                                dialect.source(stretch.index()),
                                bounds,
                                criteria.judged(stretch),
                                OrderBy.along(stretch.index(), ordering.order()),
                                rows,
                                limit));
        return query(statement)
                .scanResultSet(
                        (result, context) -> {
                            try (context) {
                                return ScanReader.read(
                                        result.get(), ordering.key(), rows, limit, dialect);
                            }
                        });
    }

    @Override
    public List<ProcessingJob> all(List<IndexRange> stretches, Selection selection) {
        List<ProcessingJob> all = new ArrayList<>();
        for (IndexRange stretch : stretches) {
            for (Sql bounds : criteria.bounds(stretch)) {
                var jobs = dialect.jobs(stretch.index(), bounds, scopeId);
                jobs(jobs, selection.scope()).stream().filter(stretch::matches).forEach(all::add);
            }
        }
        return all;
    }

    private List<ProcessingJob> jobs(Sql sql, Scope scope) {
        return query(sql).map((row, _) -> JobRows.job(row, scope)).list();
    }

    @Override
    public OptionalInt count(IndexRange stretch, int most) {
        return dialect.count(stretch, handle, () -> countEntries(stretch, most));
    }

    private OptionalInt countEntries(IndexRange stretch, int most) {
        int entries = 0;
        for (Sql bounds : criteria.bounds(stretch)) {
            entries += countEntries(stretch.index(), bounds, most + 1 - entries);
            if (entries > most) {
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
                        Sql.of(dialect.source(index)), bounds, Sql.of("?", enough));
        return query(counting).mapTo(Integer.class).one();
    }

    @Override
    public List<ProcessingJobName> fetch(List<IndexRange> stretches, Selection selection) {
        var matching = stretches.stream().flatMap(stretch -> matching(stretch).stream()).toList();
        var fetching =
                Sql.around(
                        """
                        SELECT job.*
                        FROM (
                            SELECT name FROM (%s) AS entry
                            ORDER BY %s FETCH FIRST %s ROWS ONLY) AS found
                        LEFT JOIN %s ON job.scope = %s AND job.name = found.name\
                        """,
                        Sql.joined(matching, " UNION ALL "),
                        OrderBy.of(selection.ordering()),
                        Sql.of("?", selection.limit()),
                        Sql.of(dialect.source(JobIndex.BY_NAME)),
                        Sql.of("?", scopeId));
        var jobs = selection.from(read(fetching, selection.scope()));
        return jobs.stream().map(ProcessingJob::name).toList();
    }

    private List<Sql> matching(IndexRange stretch) {
        return criteria.bounds(stretch).stream()
                .map(bounds -> dialect.entries(stretch.index(), bounds, scopeId))
                .map(
                        entries ->
                                Sql.around(
                                        "SELECT * FROM (%s) AS entry WHERE %s",
                                        entries, criteria.judged(stretch)))
                .toList();
    }

    /// Reads jobs that need not be loaded any more.
    private List<ProcessingJob> read(Sql sql, Scope scope) {
        List<ProcessingJob> jobs = jobs(sql, scope);
        jobs.forEach(job -> whole.put(job.name(), job));
        return jobs;
    }

    @Override
    public List<ProcessingJob> load(Selection selection, List<ProcessingJobName> names) {
        var entries = names.stream().filter(name -> !whole.containsKey(name)).toList();
        JobRows.load(entries, selection.scope(), scopeId, dialect.source(JobIndex.BY_NAME), handle)
                .forEach(job -> whole.put(job.name(), job));
        return names.stream()
                .map(name -> Optional.ofNullable(whole.get(name)).orElseThrow())
                .toList();
    }

    public Query query(Sql sql) {
        return sql.bindTo(handle.createQuery(sql.text()));
    }
}
