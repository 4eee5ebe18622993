package dev.rollcall.jdbc.h2;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;

/// Watches how far a database's file outgrows what lives in it.
///
/// H2 writes whatever changes to a new place and uses the old one again only later, so a file grows
/// with what is written rather than with what is kept. One thread at a time may call it.
final class FileGrowth {

    private static final Logger LOG = LoggerFactory.getLogger(FileGrowth.class);

    /// A file up to this size is never too large, in bytes.
    static final long SMALL = 128L << 20;

    /// A file is too large when less than one part in this many lives.
    private static final int PARTS = 3;

    private static final String LIVE =
            """
            SELECT CAST(size.setting_value AS BIGINT) * CAST(used.setting_value AS BIGINT)
                * CAST(alive.setting_value AS BIGINT) / 10000
            FROM information_schema.settings AS size, information_schema.settings AS used,
                information_schema.settings AS alive
            WHERE size.setting_name = 'info.FILE_SIZE'
                AND used.setting_name = 'info.FILL_RATE'
                AND alive.setting_name = 'info.CHUNKS_FILL_RATE'\
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

    /// Warns if the file has outgrown its content. Looks when it has doubled, so that a growing
    /// file is told of a few times and not with every write.
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
                    file.database(),
                    size >> 20,
                    live(connection) >> 20);
        }
    }

    /// Whether compacting is worth the time it takes, which is that of copying what lives.
    boolean isOutgrown(Connection connection) throws SQLException {
        long size = file.size();
        return size > SMALL && live(connection) < size / PARTS;
    }

    /// How many bytes of the file hold what can still be read: of its blocks those that are used,
    /// and of these the part that no later write has replaced.
    private static long live(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var figures = statement.executeQuery(LIVE)) {
            figures.next();
            return figures.getLong(1);
        }
    }
}
