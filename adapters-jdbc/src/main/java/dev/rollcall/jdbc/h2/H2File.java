package dev.rollcall.jdbc.h2;

import dev.rollcall.application.StorageUnsuitable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/// Where a database lies in its directory, and whether it was closed.
///
/// A file beside the database is there while it is open: whoever finds it when opening knows that
/// the process before was killed, or the machine was. Only who has the database open may call what
/// touches that file.
public record H2File(Path directory) {

    public Path database() {
        return directory.resolve("rollcall.mv.db");
    }

    private Path mark() {
        return directory.resolve("rollcall.open");
    }

    /// The URL of the database for the driver.
    ///
    /// @throws StorageUnsuitable if H2 cannot be told the path
    public String url() {
        Path name = directory.toAbsolutePath().resolve("rollcall");
        if (name.toString().contains(";")) {
            throw new StorageUnsuitable(
                    "H2 takes what follows a ';' in a path for settings: " + name,
                    "choose a directory without one in its path.");
        }
        return "jdbc:h2:file:" + name;
    }

    boolean wasLeftOpen() {
        return Files.exists(mark());
    }

    /// Returns when a power cut would leave the mark there.
    void markOpen() throws SQLException {
        try {
            Files.write(mark(), new byte[0]);
            try (var entries = FileChannel.open(directory, StandardOpenOption.READ)) {
                entries.force(true);
            }
        } catch (IOException e) {
            throw new SQLException("The file cannot be made: " + mark(), e);
        }
    }

    void markClosed() throws SQLException {
        try {
            Files.deleteIfExists(mark());
        } catch (IOException e) {
            throw new SQLException("The file cannot be deleted: " + mark(), e);
        }
    }

    /// In bytes.
    public long size() throws SQLException {
        try {
            return Files.size(database());
        } catch (IOException e) {
            throw new SQLException("The file has no size: " + database(), e);
        }
    }
}
