package dev.rollcall.plan;

import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.TimeField;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The milliseconds from one to another, both included; open where it begins or ends with the first
/// or last `long`.
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
            case Criterion.Beyond beyond -> ALWAYS;
            case Criterion.InScope inScope -> ALWAYS;
            case Criterion.NameContains nameContains -> ALWAYS;
            case Criterion.StatusIs statusIs -> ALWAYS;
        };
    }

    /// The period in which jobs were created that lie beyond a place in a listing.
    static Period beyond(Criterion.Beyond beyond) {
        return switch (beyond.position()) {
            case Position.ByCreationTime(var time, var name) ->
                    switch (beyond.order()) {
                        case ASCENDING -> from(time.toEpochMilli());
                        case DESCENDING -> until(time.toEpochMilli());
                    };
            case Position.ByName byName -> ALWAYS;
            case Position.ByStatus byStatus -> ALWAYS;
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

    /// The period that begins so much earlier.
    Period startingEarlierBy(long millis) {
        return isOpenBefore() ? this : new Period(first - millis, last);
    }

    Period before() {
        return isOpenBefore() ? NEVER : until(first - 1);
    }

    Period after() {
        return isOpenAfter() ? NEVER : from(last + 1);
    }

    boolean isEmpty() {
        return first > last;
    }

    /// The criteria that leave this period to a time of a job.
    List<Criterion> criteria(TimeField field) {
        List<Criterion> criteria = new ArrayList<>();
        if (!isOpenBefore()) {
            criteria.add(new Criterion.After(field, Instant.ofEpochMilli(first - 1)));
        }
        if (!isOpenAfter()) {
            criteria.add(new Criterion.Before(field, Instant.ofEpochMilli(last + 1)));
        }
        return criteria;
    }

    private boolean isOpenBefore() {
        return first == Long.MIN_VALUE;
    }

    private boolean isOpenAfter() {
        return last == Long.MAX_VALUE;
    }
}
