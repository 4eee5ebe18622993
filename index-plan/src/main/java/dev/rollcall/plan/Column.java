package dev.rollcall.plan;

import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.TimeField;

import java.util.List;

/// What an entry of an index says of its job. Every entry has all of these columns, so that any
/// filter is checked without loading the job.
public enum Column {
    SCOPE,
    CREATED,
    NAME,
    STATUS,
    MODIFIED;

    /// The column that a filter by time asks for.
    public static Column of(TimeField field) {
        return switch (field) {
            case CREATION_TIME -> CREATED;
            case LAST_MODIFIED_TIME -> MODIFIED;
        };
    }

    /// The columns that the listing of a scope is ordered by.
    public static List<Column> of(SortKey key) {
        return switch (key) {
            case NAME -> List.of(NAME);
            case CREATION_TIME -> List.of(CREATED, NAME);
            case STATUS -> List.of(STATUS, NAME);
        };
    }
}
