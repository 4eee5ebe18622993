package dev.rollcall.bootstrap.check;

import dev.rollcall.application.StorageReadOnly;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.StorageUnsuitable;
import dev.rollcall.bootstrap.wiring.WiredStorages;
import dev.rollcall.cli.errors.FailureText;
import dev.rollcall.cli.errors.UserError;
import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.cli.storage.Storages.CheckedIndex;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Tries a storage: its indexes, whether it answers, and the keys of its page tokens.
final class StorageChecks {

    private final WiredStorages storages;
    private final List<Finding> findings = new ArrayList<>();
    private List<CheckedIndex> indexes = List.of();

    StorageChecks(WiredStorages storages) {
        this.storages = storages;
    }

    /// @param repairs whether to mend indexes of H2 that do not agree with their tables
    StorageChecks run(StorageSettings storage, boolean repairs) {
        boolean mayOpen =
                switch (storage) {
                    case StorageSettings.H2 h2 -> h2(h2, repairs);
                    case StorageSettings.InMemory _,
                            StorageSettings.Postgres _,
                            StorageSettings.Mongo _ ->
                            true;
                };
        if (mayOpen) {
            add("store", () -> answering(storage));
        }
        return this;
    }

    /// Whether to open the database, which would mend what differs.
    private boolean h2(StorageSettings.H2 storage, boolean repairs) {
        boolean agrees = add("indexes", () -> compared(storage, repairs));
        if (Files.isDirectory(storage.data())) {
            add(FileModes.of(storage.data()));
        }
        return agrees;
    }

    List<Finding> findings() {
        return findings;
    }

    /// The indexes of H2, as far as they could be compared.
    List<CheckedIndex> indexes() {
        return indexes;
    }

    private boolean add(Finding finding) {
        findings.add(finding);
        return !finding.isWrong();
    }

    private boolean add(String subject, Supplier<Finding> check) {
        try {
            return add(check.get());
        } catch (UserError e) {
            return add(Finding.wrong(subject, e));
        } catch (StorageUnsuitable e) {
            return add(
                    Finding.wrong(subject, String.valueOf(e.getMessage()), e.recommendedAction()));
        } catch (StorageReadOnly e) {
            return add(
                    Finding.wrong(subject, String.valueOf(e.getMessage()), e.recommendedAction()));
        } catch (StorageUnavailable e) {
            return add(
                    Finding.wrong(
                            subject,
                            "The storage does not answer: " + FailureText.of(e),
                            "check that it runs and has free space; try again."));
        }
    }

    private Finding compared(StorageSettings.H2 h2, boolean repairs) {
        indexes = storages.check(h2, repairs);
        long differing = indexes.stream().filter(it -> !it.agrees()).count();
        if (differing == 0) {
            return Finding.fine("indexes", "%d agree with their tables".formatted(indexes.size()));
        }
        return repairs
                ? Finding.fine("indexes", "%d mended".formatted(differing))
                : Finding.wrong(
                        "indexes",
                        "%d differ from their tables".formatted(differing),
                        "check again with --repair; or start, which mends them too.");
    }

    /// Opening a storage on a server looks at its schema and its indexes as well.
    private Finding answering(StorageSettings storage) {
        try (var opened = storages.openExisting(storage)) {
            opened.listScopes().list();
            add("token keys", () -> tokenKeys(opened::listProcessingJobs));
            return Finding.fine("store", storage.description() + " answers");
        }
    }

    /// A use case that needs them reads them.
    private static Finding tokenKeys(Supplier<?> reading) {
        var _ = reading.get();
        return Finding.fine("token keys", "can be read");
    }
}
