package dev.rollcall.cli.storage;

import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ShareTokenKeys;

import java.time.Duration;
import java.util.List;

/// The port through which commands reach a storage. The program that wires Rollcall implements it.
///
/// Whatever cannot be opened is refused with a [dev.rollcall.cli.errors.UserError] or a
/// [dev.rollcall.application.StorageUnsuitable], which both say what to do.
public interface Storages {

    /// Opens a storage, and creates an H2 database that does not exist yet.
    ///
    /// @param pageBudget how long a page may take; after that it is answered short
    UseCases open(StorageSettings storage, Duration pageBudget);

    /// Opens a storage as [#open(StorageSettings, Duration)] does, with the default page budget.
    default UseCases open(StorageSettings storage) {
        return open(storage, ListProcessingJobs.DEFAULT_PAGE_BUDGET);
    }

    /// Opens a storage that exists: for commands that only read, which should not create a database
    /// in a mistyped directory.
    ///
    /// @param pageBudget how long a page may take; after that it is answered short
    UseCases openExisting(StorageSettings storage, Duration pageBudget);

    /// Opens a storage as [#openExisting(StorageSettings, Duration)] does, with the default page
    /// budget.
    default UseCases openExisting(StorageSettings storage) {
        return openExisting(storage, ListProcessingJobs.DEFAULT_PAGE_BUDGET);
    }

    /// Compares each index of an H2 database, which no process may have open, with its table.
    ///
    /// @param repairs whether to mend what does not agree
    List<CheckedIndex> check(StorageSettings.H2 storage, boolean repairs);

    /// An index, and whether it had what its table has.
    ///
    /// @param entries how many entries the index had
    record CheckedIndex(String table, String name, long entries, boolean agrees) {}

    /// Shrinks the file of an H2 database, which no process may have open, to what is in use.
    Compaction compact(StorageSettings.H2 storage);

    /// Gives all replicas on a storage, which must keep the token keys itself, a new one.
    ShareTokenKeys.Rotated rotateTokenKeys(StorageSettings storage);

    /// The size of a database's file before and after it was compacted, in bytes.
    record Compaction(long before, long after) {}
}
