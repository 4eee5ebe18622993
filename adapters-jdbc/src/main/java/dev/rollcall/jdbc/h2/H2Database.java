package dev.rollcall.jdbc.h2;

import com.zaxxer.hikari.HikariDataSource;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.jdbc.sql.Cleanup;
import dev.rollcall.jdbc.sql.Database;
import dev.rollcall.jdbc.sql.Dialect;
import dev.rollcall.jdbc.sql.GroupCommit;
import dev.rollcall.jdbc.sql.SqlErrors;
import dev.rollcall.jdbc.sql.Uninterruptible;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/// An open H2 database with its schema up to date and a pool of connections.
public final class H2Database implements Database {

    /// A connection that syncs and that nobody works on. H2 closes a database with its last
    /// connection, so it stays open as long as this one does.
    private final Connection keeper;

    private final HikariDataSource pool;

    /// Empty for a database in memory.
    private final Optional<FileGrowth> growth;

    private final Optional<IndexCheck> check;
    private final Dialect dialect = new H2Dialect();
    private final GroupCommit commits;
    private final H2Bulk bulk;

    private H2Database(
            Connection keeper,
            HikariDataSource pool,
            Optional<FileGrowth> growth,
            Optional<IndexCheck> check) {
        this.keeper = keeper;
        this.pool = pool;
        this.growth = growth;
        this.check = check;
        this.bulk = new H2Bulk(new H2Indexes(Jdbi.create(pool)));
        this.commits = new GroupCommit(() -> SqlErrors.translated(this::synced));
    }

    /// Opens the database `rollcall` of a directory, or makes it. If it was not closed, its indexes
    /// are checked first.
    public static H2Database in(Path directory) throws SQLException {
        var file = new H2File(directory);
        Connection keeper = H2Connections.keeper(file.url());
        try {
            var check = IndexCheck.ifLeftOpen(file, keeper);
            file.markOpen();
            var pool = H2Connections.migrated(file.url());
            return new H2Database(keeper, pool, Optional.of(new FileGrowth(file)), check);
        } catch (RuntimeException | SQLException e) {
            keeper.close();
            throw e;
        }
    }

    /// A database of one's own that is gone when it is closed.
    public static H2Database inMemory() throws SQLException {
        String url = "jdbc:h2:mem:" + UUID.randomUUID();
        Connection keeper = H2Connections.keeper(url);
        try {
            var pool = H2Connections.migrated(url);
            return new H2Database(keeper, pool, Optional.empty(), Optional.empty());
        } catch (RuntimeException e) {
            keeper.close();
            throw e;
        }
    }

    @Override
    public HikariDataSource pool() {
        return pool;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        return Uninterruptible.run(work);
    }

    @Override
    public int upsert(List<ProcessingJob> batch, ToIntFunction<Scope> scopeIds, Handle handle) {
        return bulk.isOfNew(batch)
                ? H2Batch.keepNew(batch, scopeIds, handle)
                : H2Batch.upsert(batch, scopeIds, handle);
    }

    @Override
    public int committed(IntSupplier write) {
        return commits.commit(write);
    }

    /// What was found on opening; empty if the database had been closed.
    public Optional<IndexCheck> check() {
        return check;
    }

    /// Listings must wait till it ends.
    @Override
    public void inBulk(Runnable work) {
        commits.run(bulk::begin);
        try (Cleanup _ = () -> commits.run(bulk::end)) {
            work.run();
        }
    }

    /// Makes durable what is committed. Nothing is written meanwhile.
    private boolean synced() throws SQLException {
        if (growth.isPresent()) {
            execute("CHECKPOINT SYNC");
            growth.get().look(keeper);
        }
        return true;
    }

    /// Compacts the file first if it is much larger than what lives in it.
    @Override
    public void close() throws SQLException {
        commits.close();
        close(growth.isPresent() && !keeper.isClosed() && growth.get().isOutgrown(keeper));
    }

    /// Leaves nothing in the file but what lives in it.
    public void closeCompacted() throws SQLException {
        close(true);
    }

    private void close(boolean compacted) throws SQLException {
        pool.close();
        if (compacted) {
            execute("SHUTDOWN COMPACT");
        }
        keeper.close();
        if (growth.isPresent()) {
            growth.get().file().markClosed();
        }
    }

    private void execute(String command) throws SQLException {
        try (var statement = keeper.createStatement()) {
            statement.execute(command);
        }
    }
}
