package dev.rollcall.jdbc;

import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.Position;
import dev.rollcall.domain.ProcessingJobName;
import dev.rollcall.domain.Selection;
import dev.rollcall.domain.SortKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// One walk to the jobs of a selection, until there are enough, there are no more, or the budget is
/// spent.
final class JobWalk {

    private final SortKey key;
    private final int limit;
    private final WorkBudget budget;
    private final long begun = System.nanoTime();
    private final List<Long> found = new ArrayList<>();
    private int examined;
    private Optional<Position> stoppedAt = Optional.empty();

    private JobWalk(Selection selection, WorkBudget budget) {
        this.key = selection.ordering().key();
        this.limit = selection.limit();
        this.budget = budget;
    }

    /// Walks along the statements, one after the other, in the handle's transaction.
    static JobWalk along(
            List<Condition> statements, Selection selection, WorkBudget budget, Handle handle) {
        var walk = new JobWalk(selection, budget);
        for (Condition statement : statements) {
            if (!walk.hasEnded()) {
                statement
                        .bindTo(handle.createQuery(statement.sql()))
                        .scanResultSet(
                                (rows, context) -> {
                                    try (context) {
                                        return walk.through(rows.get());
                                    }
                                });
            }
        }
        return walk;
    }

    /// The row identifiers of the jobs that match, in the order of the listing.
    List<Long> found() {
        return List.copyOf(found);
    }

    /// Where the walk stopped with its budget spent; empty if it came to the limit or the end.
    Optional<Position> stoppedAt() {
        return stoppedAt;
    }

    private boolean hasEnded() {
        return found.size() == limit || stoppedAt.isPresent();
    }

    /// H2 computes a row only when it is asked for (`LAZY_QUERY_EXECUTION`), so rows that are not
    /// read cost nothing.
    private JobWalk through(ResultSet rows) throws SQLException {
        while (!hasEnded() && rows.next()) {
            examined++;
            if (rows.getBoolean("matches")) {
                found.add(rows.getLong("id"));
            }
            if (found.size() < limit && isSpent()) {
                stoppedAt = Optional.of(place(rows));
            }
        }
        return this;
    }

    private boolean isSpent() {
        return examined >= budget.rows() || System.nanoTime() - begun >= budget.time().toNanos();
    }

    private Position place(ResultSet row) throws SQLException {
        var name = new ProcessingJobName(row.getString("name"));
        return switch (key) {
            case NAME -> new Position.ByName(name);
            case CREATION_TIME ->
                    new Position.ByCreationTime(Instant.ofEpochMilli(row.getLong("created")), name);
            case STATUS -> new Position.ByStatus(JobTable.status(row), name);
        };
    }
}
