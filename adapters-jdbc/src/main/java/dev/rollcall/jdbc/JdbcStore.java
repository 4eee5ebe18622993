package dev.rollcall.jdbc;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.StorageInUse;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.WorkBudget;
import dev.rollcall.domain.ProcessingJob;
import dev.rollcall.domain.Selection;
import dev.rollcall.domain.Slice;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/// Keeps jobs in an H2 database.
///
/// A listing walks an index from where the page begins and loads the rows of the page alone, all in
/// one snapshot. May be used by any number of threads.
public final class JdbcStore implements ProcessingJobStore {

    private final H2Database database;
    private final Jdbi jdbi;
    private final ScopeIds scopeIds;

    /// One batch is written at a time. H2 commits one at a time anyway, only this process writes to
    /// it, and so no writer ever meets another's locks.
    private final ReentrantLock writing = new ReentrantLock(true);

    JdbcStore(H2Database database) {
        this.database = database;
        this.jdbi = Jdbi.create(database.pool());
        this.scopeIds = new ScopeIds(jdbi);
    }

    /// Opens the database `rollcall` in a directory; makes both if they are not there.
    ///
    /// @throws StorageInUse if another process, or another store of this one, has it open
    /// @throws StorageUnavailable if it cannot be opened
    public static JdbcStore h2(Path directory) {
        return Failures.translated(() -> new JdbcStore(H2Database.in(directory)));
    }

    /// A store in memory, gone when it is closed.
    ///
    /// @throws StorageUnavailable if it cannot be opened
    public static JdbcStore h2InMemory() {
        return Failures.translated(() -> new JdbcStore(H2Database.inMemory()));
    }

    @Override
    public Slice find(Selection selection, WorkBudget budget) {
        return Failures.translated(
                () ->
                        scopeIds.find(selection.scope())
                                .map(scopeId -> find(selection, scopeId, budget))
                                .orElseGet(() -> new Slice.Full(List.of())));
    }

    private Slice find(Selection selection, int scopeId, WorkBudget budget) {
        List<Condition> statements = WalkPlan.statements(selection, scopeId);
        return jdbi.inTransaction(
                handle -> {
                    var walk = JobWalk.along(statements, selection, budget, handle);
                    var jobs = JobTable.load(walk.found(), selection.scope(), handle);
                    return walk.stoppedAt()
                            .<Slice>map(place -> new Slice.Stopped(jobs, place))
                            .orElseGet(() -> new Slice.Full(jobs));
                });
    }

    @Override
    public int keep(List<ProcessingJob> batch) {
        writing.lock();
        try {
            return Failures.translated(() -> write(batch));
        } finally {
            writing.unlock();
        }
    }

    private int write(List<ProcessingJob> batch) {
        var ids =
                batch.stream()
                        .map(ProcessingJob::scope)
                        .distinct()
                        .collect(Collectors.toMap(scope -> scope, scopeIds::findOrCreate));
        return jdbi.inTransaction(handle -> JobTable.keep(batch, ids::get, handle));
    }

    @Override
    public void close() {
        Failures.translated(
                () -> {
                    database.close();
                    return true;
                });
    }
}
