package dev.rollcall.jdbc.h2;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;

/// Watches how far a database's file outgrows what is in use.
///
/// H2 writes whatever changes to a new part of the file and reuses the old part only later, so a
/// file grows with what is written rather than with what is stored. Not thread-safe.
final class FileGrowth {

    private static final Logger LOG = LoggerFactory.getLogger(FileGrowth.class);

    /// A file up to this size is never too large, in bytes.
    static final long SMALL = 128L << 20;

    /// A file is too large when less than one part in this many is in use.
    private static final int PARTS = 3;

    /// The part of the file's blocks that are filled, and of these the part that no later write has
    /// replaced.
    private static final String IN_USE =
            """
            SELECT CAST(size.setting_value AS BIGINT) * CAST(filled.setting_value AS BIGINT)
                * CAST(current.setting_value AS BIGINT) / 10000
            FROM information_schema.settings AS size, information_schema.settings AS filled,
                information_schema.settings AS current
            WHERE size.setting_name = 'info.FILE_SIZE'
                AND filled.setting_name = 'info.FILL_RATE'
                AND current.setting_name = 'info.CHUNKS_FILL_RATE'\
            """;

    private final H2File file;
    private long nextLook;

    FileGrowth(H2File file) throws SQLException {
        this.file = file;
        this.nextLook = Math.max(2 * SMALL, 2 * file.size());
    }

    H2File file() {
        return file;
    }

    /// Warns if the file has outgrown its content. Looks only when it has doubled, so that a
    /// growing file is reported a few times and not with every write.
    void look(Connection connection) throws SQLException {
        long size = file.size();
        if (size < nextLook) {
            return;
        }
        nextLook = 2 * size;
        if (isOutgrown(connection)) {
            LOG.warn(
                    "{} has grown to {} MB, {} MB of which is in use. Recommended action: stop"
                            + " Rollcall when it suits you; that compacts the file.",
                    file.path(),
                    size >> 20,
                    inUse(connection) >> 20);
        }
    }

    /// Whether compacting is worth its time, which is that of copying what is in use.
    boolean isOutgrown(Connection connection) throws SQLException {
        long size = file.size();
        return size > SMALL && inUse(connection) < size / PARTS;
    }

    /// How many bytes of the file hold what can still be read.
    private static long inUse(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var figures = statement.executeQuery(IN_USE)) {
            figures.next();
            return figures.getLong(1);
        }
    }
}
