package dev.rollcall.bootstrap.wiring;

import dev.rollcall.application.ProcessingJobStore;
import dev.rollcall.application.StorageInUse;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.cli.errors.FailureText;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.files.TokenKeyFile;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.cli.storage.Storages;
import dev.rollcall.domain.tokens.TokenKeyRing;
import dev.rollcall.jdbc.H2Store;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// H2 in a directory, which also holds the token keys, or in memory.
final class H2Storage {

    private H2Storage() {}

    static OpenStorage open(StorageSettings.H2 storage) {
        ProcessingJobStore store = explaining(storage.data(), H2Store::open);
        // Read with the store open: then no other process has the directory.
        return new OpenStorage(store, new TokenKeyPlace.InFile(() -> tokenKeys(storage)));
    }

    /// Jobs and token keys are gone with the process.
    static OpenStorage inMemory() {
        return new OpenStorage(H2Store.inMemory(), TokenKeyPlace.inMemory());
    }

    static boolean isThere(StorageSettings.H2 storage) {
        return H2Store.isIn(storage.data());
    }

    static Storages.Compaction compact(StorageSettings.H2 storage) {
        var compaction = explaining(storage.data(), H2Store::compact);
        return new Storages.Compaction(compaction.before(), compaction.after());
    }

    static List<Storages.CheckedIndex> check(StorageSettings.H2 storage, boolean repairs) {
        return explaining(storage.data(), data -> H2Store.check(data, repairs)).stream()
                .map(
                        it ->
                                new Storages.CheckedIndex(
                                        it.table(), it.name(), it.entries(), it.agrees()))
                .toList();
    }

    private static <T> T explaining(Path data, Function<Path, T> work) {
        try {
            return work.apply(data);
        } catch (StorageInUse e) {
            throw inUse(data, e);
        } catch (StorageUnavailable e) {
            throw unusable(data, e);
        }
    }

    private static TokenKeyRing tokenKeys(StorageSettings.H2 storage) {
        return storage.tokenKeys()
                .map(file -> new TokenKeyFile(file).read())
                .orElseGet(() -> TokenKeyFile.in(storage.data()).readOrCreate());
    }

    private static UserError inUse(Path data, StorageInUse cause) {
        return new UserError(
                "The data directory %s is in use by another process.".formatted(data),
                "stop the other Rollcall, or choose another directory with --data.",
                cause);
    }

    private static UserError unusable(Path data, Exception cause) {
        return new UserError(
                "The data directory %s can't be used: %s".formatted(data, FailureText.of(cause)),
                "see that it is yours to write and has room, or choose another with --data.",
                cause);
    }
}
