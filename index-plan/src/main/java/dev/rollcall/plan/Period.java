package dev.rollcall.plan;

import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.TimeField;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The milliseconds from one to another, both included; `Long.MIN_VALUE` and `Long.MAX_VALUE` mean
/// unbounded.
record Period(long first, long last) {

    static final Period ALWAYS = new Period(Long.MIN_VALUE, Long.MAX_VALUE);
    private static final Period NEVER = new Period(Long.MAX_VALUE, Long.MIN_VALUE);

    /// The period that the filters among these criteria leave to a time of a job.
    static Period of(TimeField field, List<Criterion> criteria) {
        return criteria.stream().map(criterion -> of(field, criterion)).reduce(ALWAYS, Period::and);
    }

    private static Period of(TimeField field, Criterion criterion) {
        return switch (criterion) {
            case Criterion.After(var bounded, var time) ->
                    bounded == field ? from(time.toEpochMilli() + 1) : ALWAYS;
            case Criterion.Before(var bounded, var time) ->
                    bounded == field ? until(time.toEpochMilli() - 1) : ALWAYS;
            case Criterion.Beyond _, Criterion.InScope _ -> ALWAYS;
            case Criterion.NameContains _, Criterion.StatusIs _ -> ALWAYS;
        };
    }

    /// The period in which the jobs beyond a position of a listing were created.
    static Period beyond(Criterion.Beyond beyond) {
        return switch (beyond.position()) {
            case Position.ByCreationTime(var time, _) ->
                    switch (beyond.order()) {
                        case ASCENDING -> from(time.toEpochMilli());
                        case DESCENDING -> until(time.toEpochMilli());
                    };
            case Position.ByName _, Position.ByStatus _ -> ALWAYS;
        };
    }

    private static Period from(long first) {
        return new Period(first, Long.MAX_VALUE);
    }

    private static Period until(long last) {
        return new Period(Long.MIN_VALUE, last);
    }

    Period and(Period other) {
        return new Period(Math.max(first, other.first), Math.min(last, other.last));
    }

    /// This period, but starting so many milliseconds earlier.
    Period startingEarlierBy(long millis) {
        return isUnboundedBefore() ? this : new Period(first - millis, last);
    }

    Period before() {
        return isUnboundedBefore() ? NEVER : until(first - 1);
    }

    Period after() {
        return isUnboundedAfter() ? NEVER : from(last + 1);
    }

    boolean isEmpty() {
        return first > last;
    }

    /// The criteria that leave this period to a time of a job.
    List<Criterion> criteria(TimeField field) {
        List<Criterion> criteria = new ArrayList<>();
        if (!isUnboundedBefore()) {
            criteria.add(new Criterion.After(field, Instant.ofEpochMilli(first - 1)));
        }
        if (!isUnboundedAfter()) {
            criteria.add(new Criterion.Before(field, Instant.ofEpochMilli(last + 1)));
        }
        return criteria;
    }

    private boolean isUnboundedBefore() {
        return first == Long.MIN_VALUE;
    }

    private boolean isUnboundedAfter() {
        return last == Long.MAX_VALUE;
    }
}
