package dev.rollcall.contract;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A store that has another one do everything, until a subclass does some of it itself.
public abstract class ForwardingStore implements ProcessingJobStore {

    private final ProcessingJobStore store;

    protected ForwardingStore(ProcessingJobStore store) {
        this.store = store;
    }

    @Override
    public Slice find(Selection selection, WorkBudget budget) {
        return store.find(selection, budget);
    }

    @Override
    public int upsert(List<JobDescription> batch, Instant horizon) {
        return store.upsert(batch, horizon);
    }

    @Override
    public void inBulk(Runnable work) {
        store.inBulk(work);
    }

    @Override
    public void delete(ProcessingJobId id) {
        store.delete(id);
    }

    @Override
    public Optional<JobDescription> read(ProcessingJobId id) {
        return store.read(id);
    }

    @Override
    public Optional<JobDescription> read(ProcessingJobArn arn) {
        return store.read(arn);
    }

    @Override
    public void readAll(Consumer<JobDescription> reader) {
        store.readAll(reader);
    }

    @Override
    public Set<Scope> readScopes() {
        return store.readScopes();
    }

    @Override
    public void close() {
        store.close();
    }
}
