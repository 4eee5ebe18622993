package dev.rollcall.application;

import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;

/// Driven port: finds the jobs that a selection asks for.
@FunctionalInterface
public interface FindProcessingJobs {

    /// The selected jobs, as [Selection#from] would select them from all stored jobs.
    ///
    /// Each job of a slice is one stored record, not a mixture of several: it matches the criteria
    /// and is in its place in the order. No job that remains unchanged is missing; one that changes
    /// meanwhile may be. If the budget is spent first, the slice is a [Slice.Stopped] with every
    /// selected job up to the position where the store stopped.
    ///
    /// @throws StorageUnavailable if the store cannot answer now
    Slice find(Selection selection, WorkBudget budget);
}
