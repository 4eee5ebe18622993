package dev.rollcall.contract;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.plan.BoundedScan;

import java.nio.file.Path;
import java.util.List;

/// A store in memory whose listings are found by a [BoundedScan].
final class ScannedStore extends ForwardingStore {

    ScannedStore() {
        super(new ReferenceStore());
    }

    static final class Factory implements StoreFactory {

        @Override
        public ProcessingJobStore open(Path directory) {
            return new ScannedStore();
        }
    }

    @Override
    public Slice find(Selection selection, WorkBudget budget) {
        return BoundedScan.slice(selection, budget, reader(selection));
    }

    InMemoryIndexReader reader(Selection selection) {
        var wholeScope =
                new Selection(
                        List.of(new Criterion.InScope(selection.scope())),
                        selection.ordering(),
                        Integer.MAX_VALUE);
        return new InMemoryIndexReader(super.find(wholeScope, Walk.AMPLE).jobs());
    }
}
