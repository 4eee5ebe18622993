package dev.rollcall.jdbc;

import dev.rollcall.domain.Criterion;
import dev.rollcall.domain.Position;
import dev.rollcall.domain.Selection;
import dev.rollcall.domain.SortKey;
import dev.rollcall.domain.SortOrder;
import dev.rollcall.domain.TimeField;
import java.util.ArrayList;
import java.util.List;

/// A selection as SQL: on which index to walk, between which bounds, and what to judge on the way.
///
/// A walk meets every entry between its bounds, in the order of the listing, and says of each
/// whether it matches; so whoever reads it can stop anywhere and knows where that was. It reads the
/// index alone, never a row.
final class WalkPlan {

    private final Selection selection;
    private final int scopeId;
    private final List<Condition> bounds = new ArrayList<>();
    private final List<Condition> judged = new ArrayList<>();
    private List<Condition> ranges = List.of(Condition.all(List.of()));
    private boolean ofOneStatus;

    private WalkPlan(Selection selection, int scopeId) {
        this.selection = selection;
        this.scopeId = scopeId;
        selection.criteria().forEach(this::fold);
    }

    /// The statements of a walk, to be read one after the other. Their columns are `id`, `name`,
    /// `created`, `status` and whether the entry `matches`.
    static List<Condition> statements(Selection selection, int scopeId) {
        var plan = new WalkPlan(selection, scopeId);
        return plan.ranges.stream().map(plan::statement).toList();
    }

    private void fold(Criterion criterion) {
        switch (criterion) {
            case Criterion.InScope _ -> bounds.add(Condition.of("scope = ?", scopeId));
            case Criterion.StatusIs(var status) -> {
                ofOneStatus = true;
                bounds.add(Condition.of("status = ?", status.code()));
            }
            case Criterion.After(var field, var time) ->
                    on(field).add(Condition.of(column(field) + " >= ?", time.toEpochMilli() + 1));
            case Criterion.Before(var field, var time) ->
                    on(field).add(Condition.of(column(field) + " <= ?", time.toEpochMilli() - 1));
            case Criterion.NameContains(var text) ->
                    judged.add(Condition.of("LOCATE(?, name) > 0", text));
            case Criterion.Beyond beyond ->
                    ranges = beyond.ranges().stream().map(range -> in(range, beyond)).toList();
        }
    }

    /// A condition on the time that a listing is sorted by is a bound of the walk.
    private List<Condition> on(TimeField field) {
        return switch (field) {
            case CREATION_TIME ->
                    selection.ordering().key() == SortKey.CREATION_TIME ? bounds : judged;
            case LAST_MODIFIED_TIME -> judged;
        };
    }

    private static String column(TimeField field) {
        return switch (field) {
            case CREATION_TIME -> "created";
            case LAST_MODIFIED_TIME -> "modified";
        };
    }

    /// One range at a time: of a disjunction H2 walks the index from its beginning. And a whole
    /// number beyond the key is `key + 1` or more: of `> key` H2 walks all jobs that tie.
    private static Condition in(Criterion.Beyond.Range range, Criterion.Beyond beyond) {
        return switch (beyond.position()) {
            case Position.ByName(var name) -> beyondName(name.value(), beyond.order());
            case Position.ByCreationTime(var time, var name) ->
                    in(range, "created", time.toEpochMilli(), name.value(), beyond.order());
            case Position.ByStatus(var status, var name) ->
                    in(range, "status", status.code(), name.value(), beyond.order());
        };
    }

    private static Condition in(
            Criterion.Beyond.Range range, String column, long key, String name, SortOrder order) {
        return switch (range) {
            case WITHIN_KEY ->
                    Condition.all(
                            List.of(
                                    Condition.of(column + " = ?", key), beyondName(name, order)));
            case BEYOND_KEY ->
                    switch (order) {
                        case ASCENDING -> Condition.of(column + " >= ?", key + 1);
                        case DESCENDING -> Condition.of(column + " <= ?", key - 1);
                    };
        };
    }

    private static Condition beyondName(String name, SortOrder order) {
        return switch (order) {
            case ASCENDING -> Condition.of("name > ?", name);
            case DESCENDING -> Condition.of("name < ?", name);
        };
    }

    private Condition statement(Condition range) {
        var index = WalkIndex.of(selection.ordering().key(), ofOneStatus);
        var matches = Condition.all(judged);
        List<Condition> within = new ArrayList<>(bounds);
        within.add(range);
        var where = Condition.all(within);
        List<Object> values = new ArrayList<>(matches.values());
        values.addAll(where.values());
        return new Condition(
                """
                SELECT id, name, created, status, %s AS matches
                FROM job USE INDEX (%s)
                WHERE %s
                ORDER BY %s"""
                        .formatted(
                                matches.sql(),
                                index.indexName(),
                                where.sql(),
                                index.orderBy(selection.ordering().order())),
                values);
    }
}
