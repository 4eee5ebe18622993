package dev.rollcall.application.simulate;

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

/// A store that is brought up to the time before it is read.
///
/// @param simulation over the same store
public record SettledStore(ProcessingJobStore store, SimulateProcessingJobs simulation)
        implements ProcessingJobStore {

    @Override
    public Slice find(Selection selection, WorkBudget budget) {
        simulation.settle();
        return store.find(selection, budget);
    }

    @Override
    public Optional<JobDescription> read(ProcessingJobId id) {
        simulation.settle();
        return store.read(id);
    }

    @Override
    public Optional<JobDescription> read(ProcessingJobArn arn) {
        simulation.settle();
        return store.read(arn);
    }

    @Override
    public void readAll(Consumer<JobDescription> reader) {
        simulation.settle();
        store.readAll(reader);
    }

    @Override
    public Set<Scope> readScopes() {
        return store.readScopes();
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
    public void close() {
        store.close();
    }
}
