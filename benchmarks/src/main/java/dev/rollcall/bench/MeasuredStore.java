package dev.rollcall.bench;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.domain.listings.TimeField;
import dev.rollcall.jdbc.JdbcStore;
import dev.rollcall.jdbc.h2.H2Database;
import dev.rollcall.jdbc.postgres.PostgresDatabase;
import dev.rollcall.jdbc.postgres.PostgresDeadlines;
import dev.rollcall.jdbc.sql.Database;
import dev.rollcall.jdbc.sql.ScopeIds;
import dev.rollcall.jdbc.sql.Sql;
import dev.rollcall.jdbc.sql.SqlErrors;
import dev.rollcall.jdbc.sql.SqlIndexReader;
import dev.rollcall.plan.BoundedScan;
import dev.rollcall.plan.IndexRange;
import dev.rollcall.plan.IndexReader;
import dev.rollcall.plan.JobIndex;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// A store that also tells what it examines, and lets the same jobs be asked for in naive SQL.
public final class MeasuredStore implements AutoCloseable {

    /// SQLSTATE, on H2 and on PostgreSQL.
    private static final String CANCELED = "57014";

    private final Database database;
    private final JdbcStore store;
    private final Jdbi jdbi;
    private final Jdbi naive;

    private MeasuredStore(Database database, Jdbi naive) {
        this.database = database;
        this.store = new JdbcStore(database);
        this.jdbi = Jdbi.create(database.pool());
        this.naive = naive;
    }

    public static MeasuredStore h2(Path directory) throws SQLException {
        var database = H2Database.in(directory);
        return new MeasuredStore(database, Jdbi.create(database.pool()));
    }

    public static MeasuredStore postgres(String url, String user) {
        var database = PostgresDatabase.open(url, user, "", PostgresDeadlines.USUAL);
        String plain = url + "?currentSchema=" + PostgresDatabase.SCHEMA;
        return new MeasuredStore(database, Jdbi.create(plain, user, ""));
    }

    /// Does what a server does by itself within a minute or so: PostgreSQL vacuums recent jobs.
    public void settle() {
        if (database instanceof PostgresDatabase) {
            naive.useHandle(handle -> handle.execute("VACUUM (ANALYZE) job, job_name"));
        }
    }

    public ProcessingJobStore store() {
        return store;
    }

    /// How many index entries a search looks at, counting and fetching included.
    public int examined(Selection selection, WorkBudget budget) {
        int scopeId = new ScopeIds(jdbi).find(selection.scope()).orElseThrow();
        return jdbi.inTransaction(
                handle -> {
                    var indexes =
                            new Counting(new SqlIndexReader(handle, database.dialect(), scopeId));
                    BoundedScan.slice(selection, budget, indexes);
                    return indexes.examined;
                });
    }

    /// A page as it is mostly written: `OFFSET`, `LIKE`, and an index if the database thinks of it,
    /// whose settings are its own.
    ///
    /// @return how many rows it has; empty if that took longer than allowed
    public OptionalInt naive(ListingQuery query, long offset, int limit, Duration allowed) {
        try (Handle handle = naive.open()) {
            Sql sql = naive(handle, query);
            String page =
                    " ORDER BY %s LIMIT %d OFFSET %d".formatted(orderBy(query), limit, offset);
            var statement = handle.createQuery(sql.text() + page);
            statement.setQueryTimeout((int) allowed.toSeconds());
            return OptionalInt.of(sql.bindTo(statement).mapToMap().list().size());
        } catch (UnableToExecuteStatementException e) {
            if (!SqlErrors.hasState(CANCELED, e)) {
                throw e;
            }
            return OptionalInt.empty();
        }
    }

    /// How many jobs there are.
    public long size() {
        try (Handle handle = jdbi.open()) {
            return handle.createQuery("SELECT COUNT(*) FROM job").mapTo(Long.class).one();
        }
    }

    private static Sql naive(Handle handle, ListingQuery query) {
        int scopeId = handle.createQuery("SELECT id FROM scope").mapTo(Integer.class).one();
        List<Sql> conditions = new ArrayList<>(List.of(Sql.of("scope = ?", scopeId)));
        query.filters().forEach(filter -> conditions.add(condition(filter)));
        return Sql.around("SELECT * FROM job WHERE %s", Sql.all(conditions));
    }

    private static Sql condition(Criterion.Filter filter) {
        return switch (filter) {
            case Criterion.NameContains(var text) -> Sql.of("name LIKE ?", "%" + text + "%");
            case Criterion.StatusIs(var status) -> Sql.of("status = ?", status.code());
            case Criterion.After(var field, var time) ->
                    Sql.of(column(field) + " > ?", time.toEpochMilli());
            case Criterion.Before(var field, var time) ->
                    Sql.of(column(field) + " < ?", time.toEpochMilli());
        };
    }

    private static String column(TimeField field) {
        return switch (field) {
            case CREATION_TIME -> "created";
            case LAST_MODIFIED_TIME -> "modified";
        };
    }

    private static String orderBy(ListingQuery query) {
        String direction = query.ordering().order() == SortOrder.ASCENDING ? "" : " DESC";
        return switch (query.ordering().key()) {
            case NAME -> "name" + direction;
            case CREATION_TIME -> "created" + direction + ", name" + direction;
            case STATUS -> "status" + direction + ", name" + direction;
        };
    }

    @Override
    public void close() {
        store.close();
    }

    private static final class Counting implements IndexReader {

        private final IndexReader jobs;
        private int examined;

        Counting(IndexReader jobs) {
            this.jobs = jobs;
        }

        @Override
        public Walked walk(IndexRange stretch, Selection selection, int rows) {
            Walked walked = jobs.walk(stretch, selection, rows);
            examined += walked.examined();
            return walked;
        }

        @Override
        public List<ProcessingJob> all(List<IndexRange> stretches, Selection selection) {
            var all = jobs.all(stretches, selection);
            examined += all.size();
            return all;
        }

        @Override
        public OptionalInt count(IndexRange stretch, int most) {
            OptionalInt count = jobs.count(stretch, most);
            examined += stretch.index() == JobIndex.BY_TEXT ? count.orElse(0) : count.orElse(most);
            return count;
        }

        @Override
        public List<ProcessingJobName> fetch(List<IndexRange> stretches, Selection selection) {
            for (IndexRange stretch : stretches) {
                examined += jobs.count(stretch, Integer.MAX_VALUE - 1).orElse(0);
            }
            return jobs.fetch(stretches, selection);
        }

        @Override
        public List<ProcessingJob> load(Selection selection, List<ProcessingJobName> names) {
            return jobs.load(selection, names);
        }
    }
}
