package dev.rollcall.jdbc.sql;

import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.domain.listings.TimeField;
import dev.rollcall.plan.IndexRange;

import java.util.ArrayList;
import java.util.List;

/// The criteria of a stretch as SQL.
///
/// @param scopeId the number that rows carry in place of the scope
public record Criteria(Dialect dialect, int scopeId) {

    /// The bounds of a stretch: one condition, or several to be asked for one after the other.
    public List<Sql> bounds(IndexRange stretch) {
        List<Sql> common = new ArrayList<>();
        List<Sql> seeks = List.of(Sql.TRUE);
        for (Criterion criterion : stretch.bounds()) {
            switch (criterion) {
                case Criterion.Beyond beyond -> seeks = dialect.seek(beyond);
                case Criterion.NameContains(var text) -> common.add(dialect.mayContain(text));
                case Criterion.InScope _,
                        Criterion.StatusIs _,
                        Criterion.After _,
                        Criterion.Before _ ->
                        common.add(judge(criterion));
            }
        }
        var shared = Sql.all(common).and(dialect.membership(stretch.index()));
        return seeks.stream().map(shared::and).toList();
    }

    /// What the entries of a stretch are judged by.
    Sql judged(IndexRange stretch) {
        return Sql.all(stretch.judged().stream().map(this::judge).toList());
    }

    private Sql judge(Criterion criterion) {
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
        return switch (field) {
            case CREATION_TIME -> "created";
            case LAST_MODIFIED_TIME -> "modified";
        };
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
