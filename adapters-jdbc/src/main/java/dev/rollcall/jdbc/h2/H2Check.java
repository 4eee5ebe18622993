package dev.rollcall.jdbc.h2;

import dev.rollcall.application.StorageInUse;
import dev.rollcall.application.StorageUnavailable;
import dev.rollcall.application.StorageUnsuitable;
import dev.rollcall.jdbc.sql.SqlErrors;
import dev.rollcall.plan.JobIndex;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Checks a database that nobody has open, for whoever asks.
public final class H2Check {

    private H2Check() {}

    /// Compares each index with its table. One that is missing has no entries and does not agree.
    /// If any does not, and none is to be repaired, the next start will do that.
    ///
    /// @param repairs whether to mend what does not agree
    /// @throws StorageInUse if another process, or another part of this one, has it open
    /// @throws StorageUnsuitable if it is damaged, or if H2 cannot open this path
    /// @throws StorageUnavailable if it cannot be opened
    public static List<ComparedIndex> run(H2File file, boolean repairs) {
        return Uninterruptible.run(() -> SqlErrors.translating(() -> claimed(file, repairs)));
    }

    private static List<ComparedIndex> claimed(H2File file, boolean repairs) throws SQLException {
        var open = OpenFile.claim(file);
        boolean isSound = false;
        try {
            var compared =
                    open.explaining(() -> SqlErrors.translating(() -> compared(open, repairs)));
            isSound = repairs || compared.stream().allMatch(ComparedIndex::agrees);
            return compared;
        } finally {
            open.release(isSound);
        }
    }

    private static List<ComparedIndex> compared(OpenFile open, boolean repairs)
            throws SQLException {
        try (Connection keeper = H2Connections.keeper(open.url())) {
            open.identify();
            open.file().markOpen();
            var check = repairs ? IndexCheck.mend(open.file(), keeper) : IndexCheck.run(keeper);
            if (repairs) {
                H2Connections.migrated(open.url()).close();
            }
            return Stream.concat(check.compared().stream(), missing(check))
                    .map(H2Check::named)
                    .toList();
        }
    }

    private static Stream<ComparedIndex> missing(IndexCheck check) {
        var there =
                check.compared().stream()
                        .map(it -> it.index().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        return Arrays.stream(JobIndex.values())
                .filter(index -> index != JobIndex.BY_TEXT)
                .filter(index -> !there.contains(H2Indexes.name(index)))
                .map(it -> new ComparedIndex(H2Indexes.table(it), H2Indexes.name(it), 0, false));
    }

    /// In lower case, as they were named.
    private static ComparedIndex named(ComparedIndex it) {
        return new ComparedIndex(
                it.table().toLowerCase(Locale.ROOT),
                it.index().toLowerCase(Locale.ROOT),
                it.entries(),
                it.agrees());
    }
}
