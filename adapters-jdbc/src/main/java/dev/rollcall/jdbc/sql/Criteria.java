package dev.rollcall.jdbc.sql;

import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.domain.listings.TimeField;
import dev.rollcall.plan.Column;
import dev.rollcall.plan.IndexRange;

import java.util.ArrayList;
import java.util.List;

/// The criteria of an index range as SQL.
///
/// @param scopeId the number that rows have in place of the scope
public record Criteria(Dialect dialect, int scopeId) {

    /// The bounds of a range: one condition, or several, each for a part of the range, in the order
    /// of the listing.
    public List<Sql> bounds(IndexRange range) {
        List<Sql> common = new ArrayList<>();
        List<Sql> seeks = List.of(Sql.TRUE);
        for (Criterion criterion : range.bounds()) {
            switch (criterion) {
                case Criterion.Beyond beyond -> seeks = dialect.seek(beyond);
                case Criterion.NameContains(var text) -> common.add(dialect.textBound(text));
                case Criterion.InScope _,
                        Criterion.StatusIs _,
                        Criterion.After _,
                        Criterion.Before _ ->
                        common.add(condition(criterion));
            }
        }
        var shared = Sql.all(common).and(dialect.partialIndexCondition(range.index()));
        return seeks.stream().map(shared::and).toList();
    }

    /// What is left to check for each entry of a range.
    Sql residual(IndexRange range) {
        return Sql.all(range.residual().stream().map(this::condition).toList());
    }

    private Sql condition(Criterion criterion) {
        return switch (criterion) {
            case Criterion.InScope _ -> Sql.of("scope = ?", scopeId);
            case Criterion.NameContains(var text) -> dialect.contains(text);
            case Criterion.StatusIs(var status) -> Sql.of("status = ?", status.code());
            case Criterion.After(var field, var time) ->
                    Sql.of(column(field) + " >= ?", time.toEpochMilli() + 1);
            case Criterion.Before(var field, var time) ->
                    Sql.of(column(field) + " <= ?", time.toEpochMilli() - 1);
            case Criterion.Beyond beyond -> beyond(beyond);
        };
    }

    private static String column(TimeField field) {
        return Columns.name(Column.of(field));
    }

    /// As one condition, a row value: in PostgreSQL that bounds an index too.
    public static Sql beyond(Criterion.Beyond beyond) {
        String than = beyond.order() == SortOrder.ASCENDING ? ">" : "<";
        String name = beyond.position().name().value();
        return switch (beyond.position()) {
            case Position.ByName _ -> Sql.of("name " + than + " ?", name);
            case Position.ByCreationTime(var time, _) ->
                    Sql.of("(created, name) " + than + " (?, ?)", time.toEpochMilli(), name);
            case Position.ByStatus(var status, _) ->
                    Sql.of("(status, name) " + than + " (?, ?)", status.code(), name);
        };
    }
}
