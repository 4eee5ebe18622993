package dev.rollcall.plan;

import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.domain.listings.TimeField;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The ways to the jobs of a selection. Every job of it lies on each of them, and lies on it once.
final class AccessPaths {

    private final Selection selection;
    private final List<Criterion> criteria;
    private final boolean ofOneStatus;

    private AccessPaths(Selection selection) {
        this.selection = selection;
        this.criteria = selection.criteria();
        this.ofOneStatus = has(Criterion.StatusIs.class::isInstance);
    }

    /// The way along the listing's own order: stretches to be walked one after the other.
    static List<IndexRange> walk(Selection selection) {
        var routes = new AccessPaths(selection);
        return switch (selection.ordering().key()) {
            case NAME ->
                    List.of(
                            IndexRange.of(
                                    routes.ofOneStatus ? JobIndex.BY_STATUS : JobIndex.BY_NAME,
                                    selection.criteria()));
            case STATUS -> List.of(IndexRange.of(JobIndex.BY_STATUS, selection.criteria()));
            case CREATION_TIME -> routes.byCreation(JobIndex.LATE_BY_CREATION);
        };
    }

    /// The ways in some other order, each of which may be a short one if its bounds are narrow.
    /// First the one by creation, which bounds on the modification make shorter too.
    static List<List<IndexRange>> narrowings(Selection selection) {
        var routes = new AccessPaths(selection);
        List<List<IndexRange>> ways = new ArrayList<>();
        if (routes.isNarrowByCreation()) {
            ways.add(routes.byCreation(JobIndex.LATE_BY_MODIFICATION));
        }
        if (routes.isBounded(TimeField.LAST_MODIFIED_TIME)) {
            ways.add(List.of(IndexRange.of(JobIndex.BY_MODIFICATION, selection.criteria())));
        }
        if (routes.has(Criterion.NameContains.class::isInstance)) {
            ways.add(List.of(IndexRange.of(JobIndex.BY_TEXT, selection.criteria())));
        }
        return ways;
    }

    /// Whether bounds on the creation, or those on the modification of one status, leave less to
    /// the way by creation than a walk would look at.
    private boolean isNarrowByCreation() {
        boolean isModifiedInBounds = isBounded(TimeField.LAST_MODIFIED_TIME);
        return isBounded(TimeField.CREATION_TIME)
                ? isModifiedInBounds || selection.ordering().key() != SortKey.CREATION_TIME
                : isModifiedInBounds && ofOneStatus;
    }

    /// By creation time, in the listing's direction. A job modified in some period was created in
    /// it or within the week before, unless it is a late one; so outside of that, late jobs are all
    /// that need be looked at.
    ///
    /// @param before where the late jobs that were created before stand
    private List<IndexRange> byCreation(JobIndex before) {
        Period created = Period.of(TimeField.CREATION_TIME, criteria);
        Period usual =
                Period.of(TimeField.LAST_MODIFIED_TIME, criteria)
                        .startingEarlierBy(LateModification.USUAL.toMillis());
        var index = ofOneStatus ? JobIndex.BY_STATUS_AND_CREATION : JobIndex.BY_CREATION;
        List<IndexRange> stretches = new ArrayList<>();
        addUnlessEmpty(stretches, before, created.and(usual.before()));
        addUnlessEmpty(stretches, index, created.and(usual));
        addUnlessEmpty(stretches, JobIndex.LATE_BY_CREATION, created.and(usual.after()));
        return selection.ordering().order() == SortOrder.ASCENDING
                ? stretches
                : stretches.reversed();
    }

    private void addUnlessEmpty(List<IndexRange> stretches, JobIndex index, Period created) {
        if (!created.and(ahead()).isEmpty()) {
            List<Criterion> bounded = new ArrayList<>(criteria);
            bounded.removeIf(criterion -> bounds(TimeField.CREATION_TIME, criterion));
            bounded.addAll(created.criteria(TimeField.CREATION_TIME));
            stretches.add(IndexRange.of(index, bounded));
        }
    }

    /// When those jobs were created that the search has not passed yet.
    private Period ahead() {
        return criteria.stream()
                .filter(Criterion.Beyond.class::isInstance)
                .map(Criterion.Beyond.class::cast)
                .map(Period::beyond)
                .reduce(Period.ALWAYS, Period::and);
    }

    private boolean isBounded(TimeField field) {
        return has(criterion -> bounds(field, criterion));
    }

    private boolean has(Predicate<Criterion> predicate) {
        return criteria.stream().anyMatch(predicate);
    }

    private static boolean bounds(TimeField field, Criterion criterion) {
        return switch (criterion) {
            case Criterion.After after -> after.field() == field;
            case Criterion.Before before -> before.field() == field;
            case Criterion.Beyond beyond -> false;
            case Criterion.InScope inScope -> false;
            case Criterion.NameContains nameContains -> false;
            case Criterion.StatusIs statusIs -> false;
        };
    }
}
