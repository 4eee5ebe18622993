package dev.rollcall.bench;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.jdbc.H2Store;
import dev.rollcall.jdbc.PostgresStore;
import dev.rollcall.plan.AccessPath;
import dev.rollcall.plan.Found;
import dev.rollcall.plan.IndexRange;
import dev.rollcall.plan.IndexReader;
import dev.rollcall.plan.JobIndex;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/// A store that also counts what its searches examine, and naive SQL on the same tables. Not
/// thread-safe.
public final class MeasuredStore implements AutoCloseable {

    private final ProcessingJobStore store;
    private final NaiveSql naive;
    private final Counter counter;
    private final Runnable settling;

    private MeasuredStore(
            ProcessingJobStore store, Handle plain, Counter counter, Runnable settling) {
        this.store = store;
        this.naive = new NaiveSql(plain);
        this.counter = counter;
        this.settling = settling;
    }

    public static MeasuredStore h2(Path directory) {
        var counter = new Counter();
        var store = H2Store.open(directory, counter);
        // As the store itself opens it, in the layer of files that it watches.
        String url = "jdbc:h2:rollcall:file:" + directory.toAbsolutePath().resolve("rollcall");
        return new MeasuredStore(store, Jdbi.open(url, "sa", ""), counter, () -> {});
    }

    public static MeasuredStore postgres(String url, String user) {
        var counter = new Counter();
        var store = PostgresStore.open(url, user, "", counter);
        var plain = Jdbi.open(url + "?currentSchema=rollcall", user, "");
        return new MeasuredStore(
                store, plain, counter, () -> plain.execute("VACUUM (ANALYZE) job, job_name"));
    }

    /// Does what a server does by itself within a minute or so: PostgreSQL vacuums recent jobs.
    public void settle() {
        settling.run();
    }

    public ProcessingJobStore store() {
        return store;
    }

    public NaiveSql naive() {
        return naive;
    }

    /// How many index entries a search examines, counting and fetching included.
    public int examined(Selection selection, WorkBudget budget) {
        return counter.during(() -> store.find(selection, budget));
    }

    @Override
    public void close() {
        naive.close();
        store.close();
    }

    /// Counts what searches examine, while it is asked to.
    private static final class Counter implements UnaryOperator<IndexReader> {

        private boolean counting;
        private int examined;

        @Override
        public IndexReader apply(IndexReader reader) {
            return counting ? new Counting(reader, this) : reader;
        }

        int during(Runnable search) {
            examined = 0;
            counting = true;
            try {
                search.run();
            } finally {
                counting = false;
            }
            return examined;
        }
    }

    private static final class Counting implements IndexReader {

        private final IndexReader reader;
        private final Counter counter;

        Counting(IndexReader reader, Counter counter) {
            this.reader = reader;
            this.counter = counter;
        }

        @Override
        public Scanned scan(IndexRange range, Selection selection, int rows) {
            Scanned scanned = reader.scan(range, selection, rows);
            counter.examined += scanned.examined();
            return scanned;
        }

        @Override
        public List<ProcessingJob> all(IndexRange range) {
            var all = reader.all(range);
            counter.examined += all.size();
            return all;
        }

        @Override
        public OptionalInt count(IndexRange range, int limit) {
            OptionalInt count = reader.count(range, limit);
            counter.examined +=
                    range.index() == JobIndex.BY_TEXT ? count.orElse(0) : count.orElse(limit);
            return count;
        }

        @Override
        public List<Found> fetch(AccessPath path, Selection selection) {
            for (IndexRange range : path.ranges()) {
                counter.examined += reader.count(range, Integer.MAX_VALUE - 1).orElse(0);
            }
            return reader.fetch(path, selection);
        }

        @Override
        public List<ProcessingJob> load(List<ProcessingJobName> names) {
            return reader.load(names);
        }
    }
}
