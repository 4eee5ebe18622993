package dev.rollcall.cli.storage;

import dev.rollcall.application.ListProcessingJobs;

import java.time.Duration;

/// Opens storages for commands.
public interface Storages {

    /// Opens a storage, and makes an H2 database that is not there.
    ///
    /// @param pageBudget how long a page may be gathered before it is answered short
    /// @throws dev.rollcall.cli.errors.UserError if it cannot be used
    /// @throws dev.rollcall.application.StorageUnsuitable if it cannot be used as it is
    UseCases open(StorageSettings storage, Duration pageBudget);

    /// Opens a storage with the usual page budget.
    default UseCases open(StorageSettings storage) {
        return open(storage, ListProcessingJobs.DEFAULT_PAGE_BUDGET);
    }

    /// Opens a storage for a command that only reads: in a mistyped directory no database is made.
    ///
    /// @throws dev.rollcall.cli.errors.UserError if it cannot be used, or the directory holds no
    ///   database
    UseCases openExisting(StorageSettings storage, Duration pageBudget);

    /// Opens a storage for a command that only reads, with the usual page budget.
    default UseCases openExisting(StorageSettings storage) {
        return openExisting(storage, ListProcessingJobs.DEFAULT_PAGE_BUDGET);
    }

    /// Gives back what an H2 file holds beyond its content, while nobody has it open.
    ///
    /// @throws dev.rollcall.cli.errors.UserError if it cannot be used, or holds no database
    Compaction compact(StorageSettings.H2 storage);

    /// The size of a database file, in bytes.
    record Compaction(long before, long after) {}
}
