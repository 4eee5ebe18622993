package dev.rollcall.jdbc.sql;

import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.plan.Found;
import dev.rollcall.plan.IndexReader.Scanned;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the result of a [Dialect#scan].
final class ScanReader {

    private ScanReader() {}

    /// Reads until `limit` entries match or `rows` were examined.
    static Scanned read(ResultSet entries, SortKey key, int rows, int limit, Dialect dialect)
            throws SQLException {
        int matches = entries.findColumn("matches");
        List<Found> found = new ArrayList<>();
        int examined = 0;
        while (found.size() < limit && entries.next()) {
            examined = dialect.rowNumber(entries);
            if (entries.getBoolean(matches)) {
                found.add(new Found.Named(name(entries)));
            }
            if (examined == rows && found.size() < limit) {
                return new Scanned(found, examined, Optional.of(position(entries, key)));
            }
        }
        return new Scanned(found, examined, Optional.empty());
    }

    private static ProcessingJobName name(ResultSet entry) throws SQLException {
        return new ProcessingJobName(entry.getString("name"));
    }

    private static Position position(ResultSet entry, SortKey key) throws SQLException {
        return switch (key) {
            case NAME -> new Position.ByName(name(entry));
            case CREATION_TIME ->
                    new Position.ByCreationTime(
                            Instant.ofEpochMilli(entry.getLong("created")), name(entry));
            case STATUS ->
                    new Position.ByStatus(JobRows.status(entry.getInt("status")), name(entry));
        };
    }
}
