package dev.rollcall.contract;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/// What every store must do. A run is an empty subclass that names its store with [StoreUnderTest].
///
/// Random parts are seeded, and a failure prints its seed.
@ExtendWith(FreshStores.class)
public abstract class ProcessingJobStoreContract {

    @Nested
    class Upserts extends UpsertContract {}

    @Nested
    class Newest extends NewestContract {}

    @Nested
    class Merging extends MergingContract {}

    @Nested
    class Details extends DetailsContract {}

    @Nested
    class ReadingOne extends ReadingOneContract {}

    @Nested
    class Deletion extends DeletionContract {}

    @Nested
    class Listing extends ListingContract {}

    @Nested
    class Budgets extends BudgetContract {}

    @Nested
    class Changes extends ChangeContract {}

    @Nested
    class ReadingAll extends ReadingAllContract {}

    @Nested
    class Scopes extends ScopesContract {}

    @Nested
    class Concurrency extends ConcurrencyContract {}
}
