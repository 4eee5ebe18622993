package dev.rollcall.jdbc;

import dev.rollcall.domain.SortKey;
import dev.rollcall.domain.SortOrder;

/// The indexes that a listing is walked on, each in the order of its columns.
enum WalkIndex {
    BY_NAME("job_by_name", "scope, name"),
    BY_CREATION("job_by_creation", "scope, created, name"),
    BY_STATUS("job_by_status", "scope, status, name"),
    BY_STATUS_AND_CREATION("job_by_status_and_creation", "scope, status, created, name");

    private final String indexName;
    private final String columns;

    WalkIndex(String indexName, String columns) {
        this.indexName = indexName;
        this.columns = columns;
    }

    static WalkIndex of(SortKey key, boolean ofOneStatus) {
        return switch (key) {
            case NAME -> ofOneStatus ? BY_STATUS : BY_NAME;
            case CREATION_TIME -> ofOneStatus ? BY_STATUS_AND_CREATION : BY_CREATION;
            case STATUS -> BY_STATUS;
        };
    }

    String indexName() {
        return indexName;
    }

    /// All columns of the order, also those that are fixed: with fewer, H2 sorts what it finds.
    String orderBy(SortOrder order) {
        return switch (order) {
            case ASCENDING -> columns;
            case DESCENDING -> columns.replace(",", " DESC,") + " DESC";
        };
    }
}
