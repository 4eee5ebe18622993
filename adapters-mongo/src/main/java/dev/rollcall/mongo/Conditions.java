package dev.rollcall.mongo;

import com.mongodb.client.model.Filters;

import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Criterion.Beyond.Range;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.domain.listings.TimeField;
import dev.rollcall.plan.Column;
import dev.rollcall.plan.IndexRange;

import org.bson.conversions.Bson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The domain's criteria as MongoDB's filters.
final class Conditions {

    private Conditions() {}

    /// The parts of a range, in the order of the listing. Each is a conjunction of bounds on the
    /// fields that its index begins with, so the index is read from where the part begins to where
    /// it ends. A disjunction would be checked for each entry: deep in a listing by status, for all
    /// entries of the status that come before.
    static List<Bson> parts(MongoIndex index, IndexRange range) {
        List<Bson> common = new ArrayList<>(index.condition().stream().toList());
        List<Bson> seeks = List.of();
        for (Criterion criterion : range.bounds()) {
            switch (criterion) {
                case Criterion.Beyond beyond -> seeks = seeks(beyond);
                case Criterion.Filter filter -> common.add(condition(filter));
                case Criterion.InScope inScope -> common.add(condition(inScope));
            }
        }
        return seeks.isEmpty()
                ? List.of(Filters.and(common))
                : seeks.stream().map(seek -> Filters.and(Filters.and(common), seek)).toList();
    }

    /// The entries of a range that match.
    static Bson matches(MongoIndex index, IndexRange range) {
        List<Bson> all = new ArrayList<>(index.condition().stream().toList());
        range.bounds().forEach(criterion -> all.add(condition(criterion)));
        range.residual().forEach(criterion -> all.add(condition(criterion)));
        return Filters.and(all);
    }

    private static Bson condition(Criterion criterion) {
        return switch (criterion) {
            case Criterion.InScope(var scope) ->
                    Filters.eq(JobDocument.TENANT, JobDocument.tenant(scope));
            case Criterion.StatusIs(var status) -> Filters.eq(JobDocument.STATUS, status.code());
            case Criterion.After(var field, var time) ->
                    Filters.gt(field(field), time.toEpochMilli());
            case Criterion.Before(var field, var time) ->
                    Filters.lt(field(field), time.toEpochMilli());
            case Criterion.NameContains(var text) ->
                    Filters.regex(JobDocument.NAME, Pattern.quote(text));
            case Criterion.Beyond beyond -> Filters.or(seeks(beyond));
        };
    }

    private static String field(TimeField field) {
        return JobDocument.field(Column.of(field));
    }

    private static List<Bson> seeks(Criterion.Beyond beyond) {
        return beyond.ranges().stream().map(range -> condition(range, beyond)).toList();
    }

    private static Bson condition(Range range, Criterion.Beyond beyond) {
        var order = beyond.order();
        return switch (beyond.position()) {
            case Position.ByName(var name) -> beyond(JobDocument.NAME, name.value(), order);
            case Position.ByCreationTime(var time, var name) ->
                    condition(range, JobDocument.CREATED, time.toEpochMilli(), name.value(), order);
            case Position.ByStatus(var status, var name) ->
                    condition(range, JobDocument.STATUS, status.code(), name.value(), order);
        };
    }

    private static Bson condition(
            Range range, String field, long key, String name, SortOrder order) {
        return switch (range) {
            case WITHIN_KEY ->
                    Filters.and(Filters.eq(field, key), beyond(JobDocument.NAME, name, order));
            case BEYOND_KEY -> beyond(field, key, order);
        };
    }

    private static <T> Bson beyond(String field, T value, SortOrder order) {
        return switch (order) {
            case ASCENDING -> Filters.gt(field, value);
            case DESCENDING -> Filters.lt(field, value);
        };
    }
}
