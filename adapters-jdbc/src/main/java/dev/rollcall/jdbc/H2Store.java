package dev.rollcall.jdbc;

import dev.rollcall.application.ObserveScans;
import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.StorageInUse;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.StorageUnsuitable;
import dev.rollcall.jdbc.h2.H2Check;
import dev.rollcall.jdbc.h2.H2Database;
import dev.rollcall.jdbc.h2.H2File;
import dev.rollcall.jdbc.sql.SqlErrors;
import dev.rollcall.jdbc.sql.SqlStore;
import dev.rollcall.plan.IndexReader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/// Jobs in an H2 database, which belongs to one process at a time.
public final class H2Store {

    private H2Store() {}

    /// Opens the database `rollcall` in a directory, and creates both if they are missing. A job is
    /// on the disk when the call that upserts it returns.
    ///
    /// @throws StorageInUse if another process, or another store of this one, has it open
    /// @throws StorageUnsuitable if it is damaged, or if H2 cannot open this path
    /// @throws StorageUnavailable if it cannot be opened
    public static ProcessingJobStore open(Path directory) {
        return open(directory, ObserveScans.NOBODY);
    }

    /// Opens a database as [#open(Path)] does.
    ///
    /// @param observer is told what each search cost
    public static ProcessingJobStore open(Path directory, ObserveScans observer) {
        return new SqlStore(
                H2Database.open(new H2File(directory)), UnaryOperator.identity(), observer);
    }

    /// Opens a database as [#open(Path)] does, for measurements: each search reads indexes through
    /// what this function makes of them.
    public static ProcessingJobStore open(Path directory, UnaryOperator<IndexReader> observed) {
        return new SqlStore(H2Database.open(new H2File(directory)), observed, ObserveScans.NOBODY);
    }

    /// Opens a new store in memory, which is lost when it is closed.
    ///
    /// @throws StorageUnavailable if it cannot be opened
    public static ProcessingJobStore inMemory() {
        return new SqlStore(H2Database.inMemory());
    }

    /// Whether a directory holds a database of [#open].
    public static boolean isIn(Path directory) {
        return Files.exists(new H2File(directory).path());
    }

    /// An index, and whether it had what its table has.
    ///
    /// @param entries how many entries the index had
    public record CheckedIndex(String table, String name, long entries, boolean agrees) {}

    /// Compares each index of a directory's database with its table.
    ///
    /// @param repairs whether to mend what does not agree
    /// @throws StorageInUse if another process, or a store of this one, has it open
    /// @throws StorageUnsuitable if it is damaged, or if H2 cannot open this path
    /// @throws StorageUnavailable if it cannot be opened
    public static List<CheckedIndex> check(Path directory, boolean repairs) {
        return H2Check.run(new H2File(directory), repairs).stream()
                .map(it -> new CheckedIndex(it.table(), it.index(), it.entries(), it.agrees()))
                .toList();
    }

    /// The size of a database's file before and after it was compacted, in bytes.
    public record Compaction(long before, long after) {}

    /// Shrinks the file of a directory's database to what is in use.
    ///
    /// @throws StorageInUse if another process, or a store of this one, has it open
    /// @throws StorageUnsuitable if it is damaged, or if H2 cannot open this path
    /// @throws StorageUnavailable if there is none, or it cannot be compacted
    public static Compaction compact(Path directory) {
        var file = new H2File(directory);
        return SqlErrors.translating(
                () -> {
                    long before = file.size();
                    H2Database.compact(file);
                    return new Compaction(before, file.size());
                });
    }
}
