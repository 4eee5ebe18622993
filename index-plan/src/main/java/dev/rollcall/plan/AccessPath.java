package dev.rollcall.plan;

import java.util.List;

/// Ranges of indexes that together have every job of a selection. No job matches in two of them.
public record AccessPath(List<IndexRange> ranges) {

    public AccessPath {
        ranges = List.copyOf(ranges);
    }

    static AccessPath of(IndexRange... ranges) {
        return new AccessPath(List.of(ranges));
    }

    /// Whether it leads over texts: to find that only few names contain a text may take a store
    /// long, however few are asked for.
    boolean isByText() {
        return ranges.stream().anyMatch(range -> range.index() == JobIndex.BY_TEXT);
    }
}
