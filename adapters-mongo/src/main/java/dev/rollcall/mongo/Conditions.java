package dev.rollcall.mongo;

import com.mongodb.client.model.Filters;

import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Criterion.Beyond.Range;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.domain.listings.TimeField;
import dev.rollcall.plan.IndexRange;

import org.bson.conversions.Bson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The domain's criteria as MongoDB's filters.
final class Conditions {

    private Conditions() {}

    /// The parts that a stretch consists of, one after the other in the order of the listing. Each
    /// is a conjunction of bounds on the fields that its index begins with, so the index is read
    /// from where the part begins to where it ends. A disjunction would be judged on each entry:
    /// deep in a listing by status, on all those of the status that lie before.
    static List<Bson> parts(MongoIndex index, IndexRange stretch) {
        List<Bson> common = new ArrayList<>(index.condition().stream().toList());
        List<Bson> ranges = List.of();
        for (Criterion criterion : stretch.bounds()) {
            switch (criterion) {
                case Criterion.Beyond beyond -> ranges = ranges(beyond);
                case Criterion.Filter filter -> common.add(condition(filter));
                case Criterion.InScope inScope -> common.add(condition(inScope));
            }
        }
        return ranges.isEmpty()
                ? List.of(Filters.and(common))
                : ranges.stream().map(range -> Filters.and(Filters.and(common), range)).toList();
    }

    /// All of a stretch, each entry judged.
    static Bson whole(MongoIndex index, IndexRange stretch) {
        List<Bson> all = new ArrayList<>(index.condition().stream().toList());
        stretch.bounds().forEach(criterion -> all.add(condition(criterion)));
        stretch.judged().forEach(criterion -> all.add(condition(criterion)));
        return Filters.and(all);
    }

    private static Bson condition(Criterion criterion) {
        return switch (criterion) {
            case Criterion.InScope(var scope) ->
                    Filters.eq(JobDocument.TENANT, JobDocument.tenant(scope));
            case Criterion.StatusIs(var status) -> Filters.eq(JobDocument.STATUS, status.code());
            case Criterion.After(var field, var time) ->
                    Filters.gt(name(field), time.toEpochMilli());
            case Criterion.Before(var field, var time) ->
                    Filters.lt(name(field), time.toEpochMilli());
            case Criterion.NameContains(var text) ->
                    Filters.regex(JobDocument.NAME, Pattern.quote(text));
            case Criterion.Beyond beyond -> Filters.or(ranges(beyond));
        };
    }

    private static String name(TimeField field) {
        return switch (field) {
            case CREATION_TIME -> JobDocument.CREATED;
            case LAST_MODIFIED_TIME -> JobDocument.MODIFIED;
        };
    }

    private static List<Bson> ranges(Criterion.Beyond beyond) {
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
