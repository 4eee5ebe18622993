package dev.rollcall.jdbc.sql;

import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.plan.IndexReader.Walked;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what a [Dialect#walk] finds.
final class ScanReader {

    private ScanReader() {}

    /// Up to so many that match, until so many were examined.
    static Walked read(ResultSet entries, SortKey key, int rows, int limit, Dialect dialect)
            throws SQLException {
        int matches = entries.findColumn("matches");
        List<ProcessingJobName> names = new ArrayList<>();
        int examined = 0;
        while (names.size() < limit && entries.next()) {
            examined = dialect.place(entries);
            if (entries.getBoolean(matches)) {
                names.add(name(entries));
            }
            if (examined == rows && names.size() < limit) {
                return new Walked(names, examined, Optional.of(position(entries, key)));
            }
        }
        return new Walked(names, examined, Optional.empty());
    }

    static ProcessingJobName name(ResultSet entry) throws SQLException {
        return new ProcessingJobName(entry.getString("name"));
    }

    private static Position position(ResultSet entry, SortKey key) throws SQLException {
        return switch (key) {
            case NAME -> new Position.ByName(name(entry));
            case CREATION_TIME ->
                    new Position.ByCreationTime(
                            Instant.ofEpochMilli(entry.getLong("created")), name(entry));
            case STATUS -> new Position.ByStatus(JobRows.status(entry), name(entry));
        };
    }
}
