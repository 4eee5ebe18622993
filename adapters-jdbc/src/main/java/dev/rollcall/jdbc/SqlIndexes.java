package dev.rollcall.jdbc;

import dev.rollcall.application.plan.IndexedJobs;
import dev.rollcall.application.plan.JobIndex;
import dev.rollcall.application.plan.Stretch;
import dev.rollcall.domain.Ordering;
import dev.rollcall.domain.Position;
import dev.rollcall.domain.ProcessingJob;
import dev.rollcall.domain.ProcessingJobName;
import dev.rollcall.domain.Selection;
import dev.rollcall.domain.SortKey;
import dev.rollcall.domain.SortOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// The indexes of one scope's jobs, read in the handle's transaction.
record SqlIndexes(Handle handle, Dialect dialect, int scopeId) implements IndexedJobs {

    @Override
    public Walked walk(Stretch stretch, Selection selection, int rows) {
        var criteria = new Criteria(dialect, scopeId);
        Sql matches = criteria.judged(stretch);
        var walked = new Walked(List.of(), 0, Optional.empty());
        for (Sql bounds : criteria.bounds(stretch)) {
            int rowsLeft = Math.max(1, rows - walked.examined());
            int limit = selection.limit() - walked.names().size();
            var statement =
                    dialect.walk(
                            new Dialect.Walk(
                                    dialect.source(stretch.index()),
                                    bounds,
                                    matches,
                                    orderBy(stretch.index(), selection.ordering().order()),
                                    rowsLeft,
                                    limit));
            var next =
                    query(statement)
                            .scanResultSet(
                                    (result, context) -> {
                                        try (context) {
                                            return read(
                                                    result.get(),
                                                    selection.ordering().key(),
                                                    rowsLeft,
                                                    limit);
                                        }
                                    });
            walked = joined(walked, next);
            if (next.stoppedAt().isPresent() || next.names().size() == limit) {
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

    private static Walked read(ResultSet entries, SortKey key, int rows, int limit)
            throws SQLException {
        List<ProcessingJobName> names = new ArrayList<>();
        int examined = 0;
        while (names.size() < limit && entries.next()) {
            examined = entries.getInt("place");
            if (entries.getBoolean("matches")) {
                names.add(name(entries));
            }
            if (examined == rows && names.size() < limit) {
                return new Walked(names, examined, Optional.of(position(entries, key)));
            }
        }
        return new Walked(names, examined, Optional.empty());
    }

    @Override
    public OptionalInt count(Stretch stretch, int most) {
        return dialect.count(stretch, handle, () -> countEntries(stretch, most));
    }

    private OptionalInt countEntries(Stretch stretch, int most) {
        var counting =
                Sql.around(
                        """
                        SELECT COUNT(*)
                        FROM (SELECT 1 FROM %s WHERE %s FETCH FIRST %s ROWS ONLY) AS entry""",
                        Sql.of(dialect.source(stretch.index())),
                        bounds(stretch),
                        Sql.of("?", most + 1L));
        int entries = query(counting).mapTo(Integer.class).one();
        return entries > most ? OptionalInt.empty() : OptionalInt.of(entries);
    }

    @Override
    public List<ProcessingJobName> fetch(List<Stretch> stretches, Selection selection) {
        var criteria = new Criteria(dialect, scopeId);
        var matching =
                stretches.stream()
                        .map(
                                stretch ->
                                        Sql.around(
                                                "SELECT * FROM (%s) AS entry WHERE %s",
                                                dialect.entries(
                                                        stretch.index(), bounds(stretch), scopeId),
                                                criteria.judged(stretch)))
                        .toList();
        var fetching =
                Sql.around(
                        "SELECT name FROM (%s) AS found ORDER BY %s FETCH FIRST %s ROWS ONLY",
                        Sql.joined(matching, " UNION ALL "),
                        Sql.of(orderBy(selection.ordering())),
                        Sql.of("?", selection.limit()));
        return query(fetching).map((row, _) -> name(row)).list();
    }

    /// The bounds of a stretch in an order that is not the listing's, so no place bounds it.
    private Sql bounds(Stretch stretch) {
        return new Criteria(dialect, scopeId).bounds(stretch).getFirst();
    }

    @Override
    public List<ProcessingJob> load(Selection selection, List<ProcessingJobName> names) {
        return JobTable.load(
                names, selection.scope(), scopeId, dialect.source(JobIndex.BY_NAME), handle);
    }

    private Query query(Sql sql) {
        return sql.bindTo(handle.createQuery(sql.text()));
    }

    /// All columns of the index up to the name, also those that are fixed: with fewer, H2 sorts
    /// what it finds.
    private static String orderBy(JobIndex index, SortOrder order) {
        var columns =
                switch (index) {
                    case BY_NAME -> List.of("scope", "name");
                    case BY_CREATION, LATE_BY_CREATION -> List.of("scope", "created", "name");
                    case BY_STATUS -> List.of("scope", "status", "name");
                    case BY_STATUS_AND_CREATION -> List.of("scope", "status", "created", "name");
                    case BY_MODIFICATION, BY_TEXT ->
                            throw new IllegalArgumentException("no listing runs " + index);
                };
        return turned(columns, order);
    }

    private static String orderBy(Ordering ordering) {
        return turned(
                switch (ordering.key()) {
                    case NAME -> List.of("name");
                    case CREATION_TIME -> List.of("created", "name");
                    case STATUS -> List.of("status", "name");
                },
                ordering.order());
    }

    private static String turned(List<String> columns, SortOrder order) {
        return switch (order) {
            case ASCENDING -> String.join(", ", columns);
            case DESCENDING -> String.join(" DESC, ", columns) + " DESC";
        };
    }

    private static ProcessingJobName name(ResultSet row) throws SQLException {
        return new ProcessingJobName(row.getString("name"));
    }

    static Position position(ResultSet row, SortKey key) throws SQLException {
        return switch (key) {
            case NAME -> new Position.ByName(name(row));
            case CREATION_TIME ->
                    new Position.ByCreationTime(
                            Instant.ofEpochMilli(row.getLong("created")), name(row));
            case STATUS -> new Position.ByStatus(JobTable.status(row), name(row));
        };
    }
}
