package dev.rollcall.mongo;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.contract.ProcessingJobStoreContract;
import dev.rollcall.contract.StoreFactory;
import dev.rollcall.contract.StoreUnderTest;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The contract on a real server.
@OnRealServer
@StoreUnderTest(RealStoreTest.OnItsOwnDatabase.class)
class RealStoreTest extends ProcessingJobStoreContract {

    static final class OnItsOwnDatabase implements StoreFactory {

        @Override
        public ProcessingJobStore open(Path directory) {
            String url = RealServer.freshUrl();
            return new Dropped(MongoStore.open(url), url);
        }
    }

    /// A store whose database goes with it.
    private record Dropped(MongoStore store, String url) implements ProcessingJobStore {

        @Override
        public Slice find(Selection selection, WorkBudget budget) {
            return store.find(selection, budget);
        }

        @Override
        public int upsert(List<JobDescription> batch, Instant horizon) {
            return store.upsert(batch, horizon);
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
            RealServer.drop(url);
        }
    }
}
