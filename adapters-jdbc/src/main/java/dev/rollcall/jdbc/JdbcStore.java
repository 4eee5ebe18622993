package dev.rollcall.jdbc;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.StorageInUse;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.StorageUnsuitable;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.Selection;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.jdbc.h2.H2Database;
import dev.rollcall.jdbc.h2.H2File;
import dev.rollcall.jdbc.postgres.PostgresDatabase;
import dev.rollcall.jdbc.postgres.PostgresDeadlines;
import dev.rollcall.jdbc.sql.Database;
import dev.rollcall.jdbc.sql.ExportReader;
import dev.rollcall.jdbc.sql.ScopeIds;
import dev.rollcall.jdbc.sql.SqlErrors;
import dev.rollcall.jdbc.sql.SqlIndexReader;
import dev.rollcall.jdbc.sql.Uninterruptible;
import dev.rollcall.plan.BoundedScan;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Keeps jobs in an SQL database.
///
/// A listing is found on the indexes alone, and the rows of the page are loaded, all in one
/// snapshot. What was kept is on the disk when [#upsert] returns, unless the store is in memory.
/// May be used by any number of threads.
public final class JdbcStore implements ProcessingJobStore {

    private final Database database;
    private final Jdbi jdbi;
    private final ScopeIds scopeIds;

    public JdbcStore(Database database) {
        this.database = database;
        this.jdbi = Jdbi.create(database.timed());
        this.scopeIds = new ScopeIds(jdbi);
    }

    /// Opens the database `rollcall` in a directory; makes both if they are not there.
    ///
    /// @throws StorageInUse if another process, or another store of this one, has it open
    /// @throws StorageUnsuitable if it is damaged, or H2 cannot be told the path
    /// @throws StorageUnavailable if it cannot be opened
    public static JdbcStore h2(Path directory) {
        return Uninterruptible.run(
                () -> SqlErrors.translated(() -> new JdbcStore(H2Database.in(directory))));
    }

    /// Whether a directory holds a database of [#h2].
    public static boolean holdsH2(Path directory) {
        return Files.exists(new H2File(directory).database());
    }

    /// How large a database's file was and is, in bytes.
    public record Compaction(long before, long after) {}

    /// Leaves nothing in the file of a directory's database but what lives in it.
    ///
    /// @throws StorageInUse if another process, or a store of this one, has it open
    /// @throws StorageUnsuitable if it is damaged, or H2 cannot be told the path
    /// @throws StorageUnavailable if there is none, or it cannot be compacted
    public static Compaction compactH2(Path directory) {
        return Uninterruptible.run(
                () -> SqlErrors.translated(() -> compacted(new H2File(directory))));
    }

    private static Compaction compacted(H2File file) throws SQLException {
        long before = file.size();
        H2Database.in(file.directory()).closeCompacted();
        return new Compaction(before, file.size());
    }

    /// A store in memory, gone when it is closed.
    ///
    /// @throws StorageUnavailable if it cannot be opened
    public static JdbcStore h2InMemory() {
        return SqlErrors.translated(() -> new JdbcStore(H2Database.inMemory()));
    }

    /// Connects to a PostgreSQL database (15 or later) that any number of Rollcalls may share, and
    /// makes the schema `rollcall` if it is not there.
    ///
    /// @param url `jdbc:postgresql://…`, without user and password
    /// @throws StorageUnavailable if it cannot be connected to, or does not let its schema be made
    public static JdbcStore postgres(String url, String user, String password) {
        return postgres(url, user, password, PostgresDeadlines.USUAL);
    }

    static JdbcStore postgres(
            String url, String user, String password, PostgresDeadlines deadlines) {
        return SqlErrors.translated(
                () -> new JdbcStore(PostgresDatabase.open(url, user, password, deadlines)));
    }

    @Override
    public Slice find(Selection selection, WorkBudget budget) {
        return call(
                () ->
                        scopeIds.find(selection.scope())
                                .map(scopeId -> find(selection, scopeId, budget))
                                .orElseGet(() -> new Slice.Full(List.of())));
    }

    private Slice find(Selection selection, int scopeId, WorkBudget budget) {
        return jdbi.inTransaction(
                handle -> {
                    var indexes = new SqlIndexReader(handle, database.dialect(), scopeId);
                    return BoundedScan.slice(selection, budget, indexes);
                });
    }

    @Override
    public int upsert(List<ProcessingJob> batch) {
        return database.committed(() -> SqlErrors.translated(() -> write(batch)));
    }

    @Override
    public void inBulk(Runnable work) {
        SqlErrors.translated(
                () -> {
                    database.inBulk(work);
                    return true;
                });
    }

    private int write(List<ProcessingJob> batch) throws SQLException {
        var ids =
                batch.stream()
                        .map(ProcessingJob::scope)
                        .distinct()
                        .collect(Collectors.toMap(scope -> scope, scopeIds::findOrCreate));
        return jdbi.inTransaction(handle -> database.upsert(batch, ids::get, handle));
    }

    /// However long it takes. On a handle that is opened here: one that JDBI gives to the thread
    /// would also be the one of what the reader does, which would then be part of this transaction.
    @Override
    public void readAll(Consumer<ProcessingJob> reader) {
        call(
                () -> {
                    try (Handle handle = Jdbi.create(database.pool()).open()) {
                        handle.useTransaction(
                                it -> ExportReader.read(it, database.dialect(), reader));
                    }
                    return true;
                });
    }

    @Override
    public void close() {
        call(
                () -> {
                    database.close();
                    return true;
                });
    }

    private <T> T call(SqlErrors.Work<T> work) {
        return database.call(() -> SqlErrors.translated(work));
    }
}
