package dev.rollcall.plan;

import static dev.rollcall.plan.Column.CREATED;
import static dev.rollcall.plan.Column.MODIFIED;
import static dev.rollcall.plan.Column.NAME;
import static dev.rollcall.plan.Column.SCOPE;
import static dev.rollcall.plan.Column.STATUS;

import dev.rollcall.domain.jobs.ProcessingJob;

import java.util.Arrays;
import java.util.List;

/// The indexes that listings are found by, and the columns that each of them is ordered by.
///
/// This is stored layout: every store has created its indexes with these keys. What bounds a range
/// ([IndexRange#of]) and the order of a scan follow from the keys, and each store tests the indexes
/// of its database against them.
public enum JobIndex {
    BY_NAME(SCOPE, NAME),
    BY_CREATION(SCOPE, CREATED, NAME),
    BY_STATUS(SCOPE, STATUS, NAME),
    BY_STATUS_AND_CREATION(SCOPE, STATUS, CREATED, NAME),
    BY_MODIFICATION(SCOPE, MODIFIED),
    /// Has the jobs that [LateModification] describes and no others.
    LATE_BY_CREATION(SCOPE, CREATED, NAME),
    /// Has the same few jobs.
    LATE_BY_MODIFICATION(SCOPE, MODIFIED),
    /// Has the names of a scope by the texts that they contain, in no order. A store may do without
    /// it.
    BY_TEXT(SCOPE);

    @SuppressWarnings("ImmutableEnumChecker") // It is immutable: List.of makes it.
    private final List<Column> key;

    JobIndex(Column... key) {
        this.key = List.of(key);
    }

    /// The columns that the entries are ordered by, the most significant one first.
    public List<Column> key() {
        return key;
    }

    /// The columns that the entries have in addition to the key.
    public List<Column> otherColumns() {
        return Arrays.stream(Column.values()).filter(column -> !key.contains(column)).toList();
    }

    /// Whether it has only the jobs that [LateModification] describes.
    public boolean isOfLateJobs() {
        return this == LATE_BY_CREATION || this == LATE_BY_MODIFICATION;
    }

    /// Whether it has an entry for a job.
    boolean holds(ProcessingJob job) {
        return !isOfLateJobs() || LateModification.isLate(job);
    }
}
