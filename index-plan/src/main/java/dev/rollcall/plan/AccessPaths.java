package dev.rollcall.plan;

import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.domain.listings.TimeField;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The access paths to the jobs of a selection.
final class AccessPaths {

    private final Selection selection;
    private final List<Criterion> criteria;
    private final boolean hasStatus;

    private AccessPaths(Selection selection) {
        this.selection = selection;
        this.criteria = selection.criteria();
        this.hasStatus = has(Criterion.StatusIs.class::isInstance);
    }

    /// The path in the order of the listing: its ranges, scanned one after the other, are the
    /// listing.
    static AccessPath inListingOrder(Selection selection) {
        var paths = new AccessPaths(selection);
        return switch (selection.ordering().key()) {
            case NAME -> paths.over(paths.hasStatus ? JobIndex.BY_STATUS : JobIndex.BY_NAME);
            case STATUS -> paths.over(JobIndex.BY_STATUS);
            case CREATION_TIME -> paths.byCreation(JobIndex.LATE_BY_CREATION);
        };
    }

    /// The paths in another order, each of which has few entries if the filters that bound it are
    /// selective. The one by creation comes first: filters by modification bound it as well.
    static List<AccessPath> alternatives(Selection selection) {
        var paths = new AccessPaths(selection);
        List<AccessPath> alternatives = new ArrayList<>();
        if (paths.isShorterByCreation()) {
            alternatives.add(paths.byCreation(JobIndex.LATE_BY_MODIFICATION));
        }
        if (paths.isBounded(TimeField.LAST_MODIFIED_TIME)) {
            alternatives.add(paths.over(JobIndex.BY_MODIFICATION));
        }
        if (paths.has(Criterion.NameContains.class::isInstance)) {
            alternatives.add(paths.over(JobIndex.BY_TEXT));
        }
        return alternatives;
    }

    private AccessPath over(JobIndex index) {
        return AccessPath.of(IndexRange.of(index, criteria));
    }

    /// Whether filters by creation, or filters by modification within one status, leave fewer
    /// entries by creation than there are in the order of the listing.
    private boolean isShorterByCreation() {
        boolean isModifiedInBounds = isBounded(TimeField.LAST_MODIFIED_TIME);
        return isBounded(TimeField.CREATION_TIME)
                ? isModifiedInBounds || selection.ordering().key() != SortKey.CREATION_TIME
                : isModifiedInBounds && hasStatus;
    }

    /// The path by creation time, in the direction of the listing. A job that was modified in a
    /// period was created in it or in the week before, unless it is a late one. So outside of these
    /// only the indexes of late jobs are read.
    ///
    /// @param before the index of the late jobs that were created before
    private AccessPath byCreation(JobIndex before) {
        Period created = Period.of(TimeField.CREATION_TIME, criteria);
        Period usual =
                Period.of(TimeField.LAST_MODIFIED_TIME, criteria)
                        .startingEarlierBy(LateModification.USUAL.toMillis());
        var index = hasStatus ? JobIndex.BY_STATUS_AND_CREATION : JobIndex.BY_CREATION;
        List<IndexRange> ranges = new ArrayList<>();
        addUnlessEmpty(ranges, before, created.and(usual.before()));
        addUnlessEmpty(ranges, index, created.and(usual));
        addUnlessEmpty(ranges, JobIndex.LATE_BY_CREATION, created.and(usual.after()));
        return new AccessPath(
                selection.ordering().order() == SortOrder.ASCENDING ? ranges : ranges.reversed());
    }

    private void addUnlessEmpty(List<IndexRange> ranges, JobIndex index, Period created) {
        if (!created.and(ahead()).isEmpty()) {
            List<Criterion> bounded = new ArrayList<>(criteria);
            bounded.removeIf(criterion -> isBy(TimeField.CREATION_TIME, criterion));
            bounded.addAll(created.criteria(TimeField.CREATION_TIME));
            ranges.add(IndexRange.of(index, bounded));
        }
    }

    /// When the jobs were created that lie beyond the position that the listing has reached.
    private Period ahead() {
        return criteria.stream()
                .filter(Criterion.Beyond.class::isInstance)
                .map(Criterion.Beyond.class::cast)
                .map(Period::beyond)
                .reduce(Period.ALWAYS, Period::and);
    }

    private boolean isBounded(TimeField field) {
        return has(criterion -> isBy(field, criterion));
    }

    private boolean has(Predicate<Criterion> predicate) {
        return criteria.stream().anyMatch(predicate);
    }

    /// Whether a criterion is a filter by this time.
    private static boolean isBy(TimeField field, Criterion criterion) {
        return switch (criterion) {
            case Criterion.After after -> after.field() == field;
            case Criterion.Before before -> before.field() == field;
            case Criterion.Beyond _, Criterion.InScope _ -> false;
            case Criterion.NameContains _, Criterion.StatusIs _ -> false;
        };
    }
}
