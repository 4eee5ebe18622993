package dev.rollcall.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;

import dev.rollcall.application.ConnectionUse;
import dev.rollcall.application.ObserveScans;
import dev.rollcall.application.SharedJobStore;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.StorageUnsuitable;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.domain.tokens.SharedTokenKey;

import org.bson.BSONException;
import org.bson.BsonDocument;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// A store of jobs in the collections `jobs` and `details` of a MongoDB database, which any number
/// of processes may share. Any number of threads may use it.
///
/// No call takes longer than the `timeoutMS` of the connection string, all its operations taken
/// together. Only calls of any size may: in those each thousand records that are written, or each
/// thousand jobs that are exported, have ten times as long.
public final class MongoStore implements SharedJobStore {

    private final MongoClient client;
    private final MongoCollection<BsonDocument> jobs;
    private final MongoCollection<BsonDocument> tokenKeys;
    private final MongoCollection<BsonDocument> details;
    private final MongoUrl url;
    private final Duration bulkTimeout;
    private final DriverEvents events;
    private final Duration callTimeout;
    private final ObserveScans observer;
    private volatile boolean closed;

    private MongoStore(
            MongoClient client, MongoUrl url, DriverEvents events, ObserveScans observer) {
        this.observer = observer;
        this.client = client;
        this.url = url;
        this.events = events;
        var database = client.getDatabase(url.database());
        this.jobs = database.getCollection("jobs", BsonDocument.class);
        this.details = database.getCollection("details", BsonDocument.class);
        this.tokenKeys = database.getCollection("token_keys", BsonDocument.class);
        this.callTimeout = url.callTimeout();
        this.bulkTimeout = url.bulkTimeout();
    }

    /// Opens the store of a connection string. In a collection without jobs the indexes are
    /// created; one with jobs must have them.
    ///
    /// @param url `mongodb://…` or `mongodb+srv://…`, with a database (`rollcall` if it has none);
    ///   options for TLS, authentication and replica sets are the driver's
    /// @throws StorageUnsuitable if the string is malformed, or asks for less than majority writes
    ///   and reads from the primary, or if an index is missing or different, or if the server
    ///   refuses the login or is not what the string says
    /// @throws StorageUnavailable if the server does not answer; a
    ///   [dev.rollcall.application.StorageNotThereYet] if no server can be reached
    public static MongoStore open(String url) {
        return open(url, ObserveScans.NOBODY);
    }

    /// Opens the store as [#open(String)] does.
    ///
    /// @param observer is told what each search cost
    public static MongoStore open(String url, ObserveScans observer) {
        var read = MongoUrl.of(url);
        return open(read.settings(), read, observer);
    }

    /// Opens the store over a client with these settings, which is closed with it.
    static MongoStore open(MongoClientSettings settings, MongoUrl url) {
        return open(settings, url, ObserveScans.NOBODY);
    }

    private static MongoStore open(
            MongoClientSettings settings, MongoUrl url, ObserveScans observer) {
        var events = new DriverEvents();
        var client = MongoClients.create(events.heardBy(settings));
        var store = new MongoStore(client, url, events, observer);
        try {
            IndexSetup.run(store.jobs);
            return store;
        } catch (MongoException | BSONException e) {
            var diagnosis = store.diagnosis(store.callTimeout);
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

    /// A search may use half of the time; then it stops and reports its position, while there is
    /// time to load what it found.
    @Override
    public Slice find(Selection selection, WorkBudget budget) {
        Duration half = callTimeout.dividedBy(2);
        var time = budget.time().compareTo(half) < 0 ? budget.time() : half;
        return translating(
                callTimeout,
                () ->
                        MongoIndexReader.slice(
                                selection,
                                new WorkBudget(budget.rows(), time),
                                jobs,
                                Deadline.in(callTimeout),
                                observer));
    }

    @Override
    public ConnectionUse connectionUse() {
        return events.connectionUse();
    }

    @Override
    public int upsert(List<JobDescription> batch, Instant horizon) {
        List<JobDescription> ordered = batch.stream().sorted(Batch.BY_IDENTIFIER).toList();
        var changed = new AtomicInteger();
        return translating(
                failure -> diagnosis(bulkTimeout).partlyStored(failure, changed.get()),
                () -> {
                    for (int from = 0; from < ordered.size(); from += Batch.MAX_SIZE) {
                        int to = Math.min(from + Batch.MAX_SIZE, ordered.size());
                        var deadline = Deadline.in(bulkTimeout);
                        new Batch(jobs, details, deadline, horizon, changed::addAndGet)
                                .upsert(ordered.subList(from, to));
                    }
                    return changed.get();
                });
    }

    /// The details first: if it breaks off between the two, there is a job without details, and
    /// never details that a later job of the same name would take for its own.
    @Override
    public void delete(ProcessingJobId id) {
        translating(
                callTimeout,
                () -> {
                    var deadline = Deadline.in(callTimeout);
                    deadline.on(details)
                            .deleteOne(Filters.eq(DetailsDocument.ID, DetailsDocument.id(id)));
                    return deadline.on(jobs).deleteOne(JobDocument.identified(List.of(id)));
                });
    }

    @Override
    public Optional<JobDescription> read(ProcessingJobId id) {
        return translating(
                callTimeout, () -> new JobReader(jobs, details, Deadline.in(callTimeout)).read(id));
    }

    @Override
    public Optional<JobDescription> read(ProcessingJobArn arn) {
        return translating(
                callTimeout,
                () -> new JobReader(jobs, details, Deadline.in(callTimeout)).read(arn));
    }

    @Override
    public void readAll(Consumer<JobDescription> reader) {
        translating(
                bulkTimeout,
                () -> {
                    new ExportReader(client, jobs, details, bulkTimeout).read(reader);
                    return true;
                });
    }

    /// MongoDB answers this from the beginning of an index, an entry for each scope.
    @Override
    public Set<Scope> readScopes() {
        return translating(
                callTimeout,
                () ->
                        Deadline.in(callTimeout)
                                .on(jobs)
                                .distinct(JobDocument.TENANT, String.class)
                                .map(JobDocument::scope)
                                .into(new HashSet<>()));
    }

    @Override
    public List<SharedTokenKey> readTokenKeys() {
        return translating(
                callTimeout,
                () -> new TokenKeyDocuments(tokenKeys, Deadline.in(callTimeout)).read());
    }

    @Override
    public boolean addTokenKey(SharedTokenKey key) {
        return translating(
                callTimeout,
                () -> new TokenKeyDocuments(tokenKeys, Deadline.in(callTimeout)).add(key));
    }

    @Override
    public void removeTokenKey(SharedTokenKey key) {
        translating(
                callTimeout,
                () -> new TokenKeyDocuments(tokenKeys, Deadline.in(callTimeout)).remove(key));
    }

    private <T> T translating(Duration timeout, Supplier<T> work) {
        return translating(failure -> diagnosis(timeout).unavailable(failure), work);
    }

    /// Translates the driver's errors into the port's exceptions, also that a document is not a
    /// job. The driver reports a closed client as if it were a bug.
    private <T> T translating(
            Function<RuntimeException, StorageUnavailable> translation, Supplier<T> work) {
        try {
            return work.get();
        } catch (MongoException | BSONException e) {
            throw translation.apply(e);
        } catch (IllegalStateException e) {
            if (closed) {
                throw new StorageUnavailable("The store is closed.", e);
            }
            throw e;
        }
    }

    private Diagnosis diagnosis(Duration timeout) {
        return new Diagnosis(url, client.getClusterDescription(), events, timeout);
    }

    @Override
    public void close() {
        closed = true;
        client.close();
    }
}
