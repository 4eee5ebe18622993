package dev.rollcall.contract;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.plan.IndexReader;

import java.util.List;
import java.util.function.Consumer;

/// The reader in memory passes the contract, or the contract asks for what a reader does not mean.
class ScannedIndexReaderTest extends IndexReaderContract {

    private final ScannedStore store = new ScannedStore();

    @Override
    protected void write(List<ProcessingJob> jobs) {
        store.upsert(jobs);
    }

    @Override
    protected void read(Selection selection, Consumer<IndexReader> work) {
        work.accept(store.reader(selection));
    }
}
