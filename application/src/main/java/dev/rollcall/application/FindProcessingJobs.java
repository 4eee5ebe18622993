package dev.rollcall.application;

import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;

/// Driven port: finds the jobs that a selection asks for.
@FunctionalInterface
public interface FindProcessingJobs {

    /// The selected jobs, as [Selection#from] would pick them from all jobs that are kept.
    ///
    /// Each job of a slice is one record that was kept, whole: no job in it breaks the selection's
    /// criteria or stands in a wrong place. None is left out that stays as it is; one that changes
    /// meanwhile may be. When the budget is spent first, the slice is a [Slice.Stopped] that has
    /// every selected job up to the place where it stopped.
    ///
    /// @throws StorageUnavailable if the store cannot answer now
    Slice find(Selection selection, WorkBudget budget);
}
