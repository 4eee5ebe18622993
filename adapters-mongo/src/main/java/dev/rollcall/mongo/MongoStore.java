package dev.rollcall.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.StorageUnsuitable;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;

import org.bson.BSONException;
import org.bson.BsonDocument;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Keeps jobs in the collection `jobs` of a MongoDB database, which any number of processes may
/// share. May be used by any number of threads.
///
/// No call takes longer than the `timeoutMS` of the connection string, all its operations taken
/// together, but for those that may be of any size: each thousand records that are kept, and each
/// thousand jobs of a reading of all, has ten times as long.
public final class MongoStore implements ProcessingJobStore {

    /// Two writers of the same jobs lock them in this order, and so cannot wait for each other.
    private static final Comparator<ProcessingJob> BY_IDENTIFIER =
            Comparator.comparing(job -> JobDocument.id(job.scope(), job.name()));

    private final MongoClient client;
    private final MongoCollection<BsonDocument> jobs;
    private final MongoUrl url;
    private final Duration patience;
    private final Duration bulkPatience;
    private final DriverEvents events;
    private volatile boolean closed;

    private MongoStore(MongoClient client, MongoUrl url, DriverEvents events) {
        this.client = client;
        this.url = url;
        this.events = events;
        this.jobs = client.getDatabase(url.database()).getCollection("jobs", BsonDocument.class);
        this.patience = url.patience();
        this.bulkPatience = url.bulkPatience();
    }

    /// Opens the store that a connection string leads to. A collection without jobs gets its
    /// indexes; one with jobs must have them.
    ///
    /// @param url `mongodb://…` or `mongodb+srv://…`, with a database (`rollcall` if it has none);
    ///   options for TLS, authentication and replica sets are the driver's
    /// @throws StorageUnsuitable if the string is malformed or asks for less than majority writes
    ///   and reads from the primary, or if an index is missing or is another one, or if the server
    ///   refuses the login or is not what the string says
    /// @throws StorageUnavailable if the server does not answer
    public static MongoStore open(String url) {
        var read = MongoUrl.of(url);
        return open(read.settings(), read);
    }

    /// Opens the store over a client with these settings, which is closed with it.
    static MongoStore open(MongoClientSettings settings, MongoUrl url) {
        var events = new DriverEvents();
        var store = new MongoStore(MongoClients.create(events.heardBy(settings)), url, events);
        try {
            IndexSetup.run(store.jobs);
            return store;
        } catch (MongoException | BSONException e) {
            var diagnosis = store.diagnosis(store.patience);
            store.close();
            throw diagnosis
                    .unsuitable(e)
                    .<RuntimeException>map(it -> it)
                    .orElseGet(() -> diagnosis.unavailable(e));
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /// With half of its time gone a search is to stop and say how far it came, while there is time
    /// left to load what it found.
    @Override
    public Slice find(Selection selection, WorkBudget budget) {
        Duration half = patience.dividedBy(2);
        var time = budget.time().compareTo(half) < 0 ? budget.time() : half;
        return answered(
                patience,
                () ->
                        MongoIndexReader.slice(
                                selection,
                                new WorkBudget(budget.rows(), time),
                                jobs,
                                Deadline.in(patience)));
    }

    @Override
    public int upsert(List<ProcessingJob> batch) {
        List<ProcessingJob> ordered = batch.stream().sorted(BY_IDENTIFIER).toList();
        return answered(
                bulkPatience,
                () -> {
                    int kept = 0;
                    for (int from = 0; from < ordered.size(); from += Batch.MAX_SIZE) {
                        int to = Math.min(from + Batch.MAX_SIZE, ordered.size());
                        kept +=
                                new Batch(jobs, Deadline.in(bulkPatience))
                                        .upsert(ordered.subList(from, to));
                    }
                    return kept;
                });
    }

    @Override
    public void readAll(Consumer<ProcessingJob> reader) {
        answered(
                bulkPatience,
                () -> {
                    new ExportReader(client, jobs, bulkPatience).read(reader);
                    return true;
                });
    }

    /// MongoDB answers this from the beginning of an index, an entry for each scope.
    @Override
    public Set<Scope> readScopes() {
        return answered(
                patience,
                () ->
                        Deadline.in(patience)
                                .on(jobs)
                                .distinct(JobDocument.TENANT, String.class)
                                .map(JobDocument::scope)
                                .into(new HashSet<>()));
    }

    /// Says in the port's words what went wrong in MongoDB or on the way to it, or that a document
    /// is no job. That a client is closed the driver reports as if it were a bug.
    private <T> T answered(Duration patience, Supplier<T> work) {
        try {
            return work.get();
        } catch (MongoException | BSONException e) {
            throw diagnosis(patience).unavailable(e);
        } catch (IllegalStateException e) {
            if (closed) {
                throw new StorageUnavailable("The store is closed.", e);
            }
            throw e;
        }
    }

    private Diagnosis diagnosis(Duration patience) {
        return new Diagnosis(url, client.getClusterDescription(), events, patience);
    }

    @Override
    public void close() {
        closed = true;
        client.close();
    }
}
