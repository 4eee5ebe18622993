package dev.rollcall.jdbc.sql;

import dev.rollcall.application.ConnectionUse;
import dev.rollcall.application.ObserveScans;
import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJobArn;
import dev.rollcall.domain.jobs.ProcessingJobId;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.plan.BoundedScan;
import dev.rollcall.plan.IndexReader;
import dev.rollcall.plan.OneScan;

import org.jdbi.v3.core.Handle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A store of jobs in an SQL database. Any number of threads may use it.
///
/// A listing is found on the indexes alone, and the rows of the page are loaded, all in one
/// snapshot.
public class SqlStore implements ProcessingJobStore {

    private final Database database;
    private final UnaryOperator<IndexReader> observed;
    private final ObserveScans observer;

    public SqlStore(Database database) {
        this(database, UnaryOperator.identity(), ObserveScans.NOBODY);
    }

    /// @param observed what each search reads the indexes through
    /// @param observer is told what each search cost
    public SqlStore(Database database, UnaryOperator<IndexReader> observed, ObserveScans observer) {
        this.database = database;
        this.observed = observed;
        this.observer = observer;
    }

    @Override
    public Slice find(Selection selection, WorkBudget budget) {
        return call(
                () ->
                        database.scopeIds()
                                .find(selection.scope())
                                .map(scopeId -> find(selection, scopeId, budget))
                                .orElseGet(() -> new Slice.Full(List.of())));
    }

    private Slice find(Selection selection, int scopeId, WorkBudget budget) {
        return database.read(
                () -> OneScan.suffices(selection, budget),
                handle -> {
                    var reader =
                            new SqlIndexReader(
                                    handle, database.dialect(), selection.scope(), scopeId);
                    return BoundedScan.slice(selection, budget, observed.apply(reader), observer);
                });
    }

    @Override
    public int upsert(List<JobDescription> batch, Instant horizon) {
        return SqlErrors.translating(() -> database.write(batch, horizon));
    }

    @Override
    public void delete(ProcessingJobId id) {
        Optional<Integer> scopeId = call(() -> database.scopeIds().find(id.scope()));
        if (scopeId.isPresent()) {
            SqlErrors.translating(() -> database.delete(scopeId.get(), id.name()));
        }
    }

    @Override
    public Optional<JobDescription> read(ProcessingJobId id) {
        return read(id.scope(), reader -> reader.read(id.name()));
    }

    @Override
    public Optional<JobDescription> read(ProcessingJobArn arn) {
        return read(arn.scope(), reader -> reader.readByArn(arn.name()));
    }

    private Optional<JobDescription> read(
            Scope scope, Function<JobReader, Optional<JobDescription>> reading) {
        return call(() -> database.scopeIds().find(scope).flatMap(id -> read(scope, id, reading)));
    }

    private Optional<JobDescription> read(
            Scope scope, int scopeId, Function<JobReader, Optional<JobDescription>> reading) {
        return database.jdbi()
                .inTransaction(
                        handle ->
                                reading.apply(
                                        new JobReader(handle, database.dialect(), scope, scopeId)));
    }

    @Override
    public void inBulk(Runnable work) {
        SqlErrors.translating(
                () -> {
                    database.inBulk(work);
                    return true;
                });
    }

    /// On a handle of its own: one that JDBI shares within the thread would draw what the reader
    /// does into this transaction.
    @Override
    public void readAll(Consumer<JobDescription> reader) {
        call(
                () -> {
                    try (Handle handle = database.unlimited().open()) {
                        handle.useTransaction(
                                it -> ExportReader.read(it, database.dialect(), reader));
                    }
                    return true;
                });
    }

    @Override
    public Set<Scope> readScopes() {
        return call(() -> database.jdbi().inTransaction(ExportReader::scopes));
    }

    @Override
    public ConnectionUse connectionUse() {
        return database.connectionUse();
    }

    @Override
    public void close() {
        SqlErrors.translating(
                () -> {
                    database.close();
                    return true;
                });
    }

    private <T> T call(SqlErrors.Work<T> work) {
        return database.call(() -> SqlErrors.translating(work));
    }
}
