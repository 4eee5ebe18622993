package dev.rollcall.plan;

import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.TimeField;

/// The indexes that a listing is found by. Each begins with the scope; behind its own order stands
/// whatever else a filter can ask for, so that entries are judged without a look at the job.
public enum JobIndex {
    /// Scope, name.
    BY_NAME,
    /// Scope, creation time, name.
    BY_CREATION,
    /// Scope, status, name.
    BY_STATUS,
    /// Scope, status, creation time, name.
    BY_STATUS_AND_CREATION,
    /// Scope, time of the last modification.
    BY_MODIFICATION,
    /// Scope, creation time, name, of jobs that [LateModification] speaks of and no others.
    LATE_BY_CREATION,
    /// Scope, time of the last modification, of the same few jobs.
    LATE_BY_MODIFICATION,
    /// Scope, pieces of the name. A store may do without it.
    BY_TEXT;

    /// Whether entries that a criterion rules out lie outside a part of the index that it bounds;
    /// otherwise each entry must be judged by it.
    boolean isBoundedBy(Criterion criterion) {
        return switch (criterion) {
            case Criterion.InScope inScope -> true;
            case Criterion.StatusIs statusIs -> holdsStatusesApart();
            case Criterion.After after -> isOrderedBy(after.field());
            case Criterion.Before before -> isOrderedBy(before.field());
            case Criterion.NameContains nameContains -> this == BY_TEXT;
            case Criterion.Beyond beyond -> isOrderedBy(beyond.position().key());
        };
    }

    /// Whether it has no jobs but those that [LateModification] speaks of.
    public boolean isOfLateJobs() {
        return this == LATE_BY_CREATION || this == LATE_BY_MODIFICATION;
    }

    private boolean holdsStatusesApart() {
        return this == BY_STATUS || this == BY_STATUS_AND_CREATION;
    }

    private boolean isOrderedBy(TimeField field) {
        return switch (field) {
            case CREATION_TIME -> isOrderedBy(SortKey.CREATION_TIME);
            case LAST_MODIFIED_TIME -> this == BY_MODIFICATION || this == LATE_BY_MODIFICATION;
        };
    }

    private boolean isOrderedBy(SortKey key) {
        return switch (this) {
            case BY_NAME -> key == SortKey.NAME;
            case BY_CREATION, BY_STATUS_AND_CREATION, LATE_BY_CREATION ->
                    key == SortKey.CREATION_TIME;
            // Within one status, and it is walked by name within one only, it is ordered by name.
            case BY_STATUS -> key == SortKey.STATUS || key == SortKey.NAME;
            case BY_MODIFICATION, LATE_BY_MODIFICATION, BY_TEXT -> false;
        };
    }
}
