package dev.rollcall.contract;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.plan.BoundedScan;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A store in memory whose listings are found by a [BoundedScan].
final class ScannedStore implements ProcessingJobStore {

    private final ReferenceStore reference = new ReferenceStore();

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
        return new InMemoryIndexReader(reference.find(wholeScope, Walk.AMPLE).jobs());
    }

    @Override
    public int upsert(List<JobDescription> batch, Instant horizon) {
        return reference.upsert(batch, horizon);
    }

    @Override
    public void delete(ProcessingJobId id) {
        reference.delete(id);
    }

    @Override
    public Optional<JobDescription> read(ProcessingJobId id) {
        return reference.read(id);
    }

    @Override
    public Optional<JobDescription> read(ProcessingJobArn arn) {
        return reference.read(arn);
    }

    @Override
    public void readAll(Consumer<JobDescription> reader) {
        reference.readAll(reader);
    }

    @Override
    public Set<Scope> readScopes() {
        return reference.readScopes();
    }

    @Override
    public void close() {
        reference.close();
    }
}
