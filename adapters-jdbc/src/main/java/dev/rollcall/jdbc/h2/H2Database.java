package dev.rollcall.jdbc.h2;

import com.zaxxer.hikari.HikariDataSource;

import dev.rollcall.application.ConnectionUse;
import dev.rollcall.application.StorageInUse;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.StorageUnsuitable;
import dev.rollcall.domain.jobs.JobDescription;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.jdbc.sql.Cleanup;
import dev.rollcall.jdbc.sql.Database;
import dev.rollcall.jdbc.sql.Dialect;
import dev.rollcall.jdbc.sql.JobDeletion;
import dev.rollcall.jdbc.sql.PoolUse;
import dev.rollcall.jdbc.sql.ScopeIds;
import dev.rollcall.jdbc.sql.SqlErrors;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// An open H2 database with its schema up to date and a pool of connections.
public final class H2Database implements Database {

    /// Only one thread writes, so no other writer can be faster.
    private static final String INSERT_SCOPE = "INSERT INTO scope (account, region) VALUES (?, ?)";

    private static final JobDeletion DELETION =
            new JobDeletion(List.of("job", "late_job", "job_arn", "job_details"));

    /// A connection that forces to disk and does nothing else. H2 closes a database with its last
    /// connection, so the database stays open as long as this one does.
    private final Connection keeper;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final ScopeIds scopeIds;

    /// Empty for a database in memory, as the file is.
    private final Optional<FileGrowth> growth;

    private final Optional<OpenFile> file;

    private final Optional<IndexCheck> check;
    private final Dialect dialect = new H2Dialect();
    private final GroupCommit commits = new GroupCommit(this::force);
    private final H2Bulk bulk;

    private H2Database(
            Connection keeper,
            HikariDataSource pool,
            Optional<OpenFile> file,
            Optional<IndexCheck> check)
            throws SQLException {
        this.keeper = keeper;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        this.scopeIds =
                new ScopeIds(
                        jdbi,
                        work -> jdbi.useTransaction(TransactionIsolationLevel.READ_COMMITTED, work),
                        INSERT_SCOPE);
        this.file = file;
        this.growth =
                file.isPresent()
                        ? Optional.of(new FileGrowth(file.get().file()))
                        : Optional.empty();
        this.check = check;
        this.bulk = new H2Bulk(new H2Indexes(jdbi));
    }

    /// Opens a database in a file, and creates it if it is missing. If it was not closed, its
    /// indexes are checked first.
    ///
    /// @throws StorageInUse if another process, or another part of this one, has it open
    /// @throws StorageUnsuitable if it is damaged, or if H2 cannot open this path
    /// @throws StorageUnavailable if it cannot be opened
    public static H2Database open(H2File file) {
        return Uninterruptible.run(() -> SqlErrors.translating(() -> opened(file)));
    }

    private static H2Database opened(H2File file) throws SQLException {
        var open = OpenFile.claim(file);
        try {
            return open.explaining(() -> SqlErrors.translating(() -> inFile(open)));
        } catch (RuntimeException e) {
            open.release(false);
            throw e;
        }
    }

    private static H2Database inFile(OpenFile open) throws SQLException {
        Connection keeper = H2Connections.keeper(open.url());
        try {
            var check = open.begin(keeper);
            var pool = H2Connections.migrated(open.url());
            return new H2Database(keeper, pool, Optional.of(open), check);
        } catch (RuntimeException | SQLException e) {
            keeper.close();
            throw e;
        }
    }

    /// Opens a new database in memory, which is lost when it is closed.
    ///
    /// @throws StorageUnavailable if it cannot be opened
    public static H2Database inMemory() {
        return SqlErrors.translating(
                () -> {
                    String url = "jdbc:h2:mem:" + UUID.randomUUID();
                    var keeper = H2Connections.keeper(url);
                    var pool = H2Connections.migrated(url);
                    return new H2Database(keeper, pool, Optional.empty(), Optional.empty());
                });
    }

    /// Shrinks a database's file to what is in use.
    ///
    /// @throws StorageInUse if another process, or another part of this one, has it open
    /// @throws StorageUnsuitable if it is damaged, or if H2 cannot open this path
    /// @throws StorageUnavailable if it cannot be compacted
    public static void compact(H2File file) {
        var database = open(file);
        database.commits.close();
        Uninterruptible.run(() -> SqlErrors.translating(() -> database.closed(true)));
        database.file.ifPresent(OpenFile::requireWritten);
    }

    @Override
    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public Jdbi unlimited() {
        return jdbi;
    }

    @Override
    public ConnectionUse connectionUse() {
        return PoolUse.of(pool);
    }

    HikariDataSource pool() {
        return pool;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public ScopeIds scopeIds() {
        return scopeIds;
    }

    /// What was found on opening; empty if the database had been closed.
    Optional<IndexCheck> check() {
        return check;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        return Uninterruptible.run(() -> explaining(work));
    }

    @Override
    public int write(List<JobDescription> batch, Instant horizon) {
        return explaining(() -> commits.commit(() -> insertOrMerge(batch, horizon)));
    }

    private <T> T explaining(Supplier<T> work) {
        return file.isPresent() ? file.get().explaining(work) : work.get();
    }

    /// In the thread that writes.
    private int insertOrMerge(List<JobDescription> batch, Instant horizon) {
        var jobs = batch.stream().map(JobDescription::job).toList();
        var ids = scopeIds.of(jobs);
        boolean areNew = bulk.areNew(jobs);
        return jdbi.inTransaction(
                handle -> {
                    var rows = new H2Batch(batch, horizon, ids, handle);
                    return areNew ? rows.insert() : rows.insertOrMerge();
                });
    }

    @Override
    public int delete(int scopeId, ProcessingJobName name) {
        return explaining(
                () ->
                        commits.commit(
                                () -> jdbi.inTransaction(it -> DELETION.run(scopeId, name, it))));
    }

    /// Listings must wait till it ends.
    @Override
    public void inBulk(Runnable work) {
        explaining(
                () -> {
                    commits.run(bulk::begin);
                    try (Cleanup _ = () -> commits.run(bulk::end)) {
                        work.run();
                    }
                    return true;
                });
    }

    /// Makes durable what is committed. Nothing is written meanwhile.
    private void force() throws SQLException {
        if (growth.isPresent()) {
            execute("CHECKPOINT SYNC");
            file.ifPresent(OpenFile::requireInPlace);
            growth.get().look(keeper);
        }
    }

    /// Compacts the file first if it is much larger than what is in use. If a write failed, or the
    /// file has vanished, it is not touched any more.
    @Override
    public void close() {
        commits.close();
        Uninterruptible.run(() -> SqlErrors.translating(() -> closed(isSound() && isOutgrown())));
    }

    private boolean isSound() throws SQLException {
        return !keeper.isClosed() && file.stream().allMatch(it -> it.isInPlace() && !it.failed());
    }

    private boolean isOutgrown() throws SQLException {
        return growth.isPresent() && growth.get().isOutgrown(keeper);
    }

    private boolean closed(boolean compacted) throws SQLException {
        try {
            pool.close();
            if (compacted) {
                file.ifPresent(OpenFile::forget);
                execute("SHUTDOWN COMPACT");
                file.ifPresent(OpenFile::identify);
            }
            keeper.close();
        } finally {
            file.ifPresent(it -> it.release(!commits.isBroken()));
        }
        return true;
    }

    private void execute(String command) throws SQLException {
        try (var statement = keeper.createStatement()) {
            statement.execute(command);
        }
    }
}
