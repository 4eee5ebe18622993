package dev.rollcall.jdbc.h2;

import dev.rollcall.application.StorageUnsuitable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/// The file of a database in its directory, and the mark that says whether it was closed.
///
/// The mark is a file beside the database, which exists while that is open. If it exists when the
/// database is opened, the process before was killed, the machine lost its power, or the disk
/// failed. Only the process that has the database open may change the mark.
///
/// @param fileSystem the one of H2's file systems that reads and writes the file
public record H2File(Path directory, String fileSystem) {

    public H2File(Path directory) {
        this(directory, "file");
    }

    public Path path() {
        return directory.resolve("rollcall.mv.db");
    }

    private Path mark() {
        return directory.resolve("rollcall.open");
    }

    /// The file as H2 calls it.
    String name() {
        return fileSystem + ":" + directory.toAbsolutePath().resolve("rollcall.mv.db");
    }

    /// The URL of the database for the driver.
    ///
    /// @throws StorageUnsuitable if H2 cannot open this path
    String url() {
        return "jdbc:h2:" + fileSystem + ":" + database();
    }

    /// The URL of the database that is read and written through [WatchedFiles].
    ///
    /// @throws StorageUnsuitable if H2 cannot open this path
    String watchedUrl() {
        return "jdbc:h2:" + WatchedFiles.SCHEME + ":" + fileSystem + ":" + database();
    }

    private Path database() {
        Path name = directory.toAbsolutePath().resolve("rollcall");
        if (name.toString().contains(";")) {
            throw new StorageUnsuitable(
                    "H2 takes what follows a ';' in a path as settings: " + name,
                    "choose a directory without one in its path.");
        }
        return name;
    }

    /// Creates the directory if it is missing, for its owner only.
    void createDirectory() throws SQLException {
        try {
            OwnerOnly.directory(directory);
        } catch (IOException e) {
            throw new SQLException(e.getClass().getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    boolean wasLeftOpen() {
        return Files.exists(mark());
    }

    /// Returns when the mark would survive a power cut, and so would the database's own entry in
    /// the directory.
    void markOpen() throws SQLException {
        try {
            Files.write(mark(), new byte[0]);
            OwnerOnly.force(directory);
        } catch (IOException e) {
            throw new SQLException(
                    "The file %s cannot be created: %s".formatted(mark(), e.getMessage()), e);
        }
    }

    void markClosed() throws SQLException {
        try {
            Files.deleteIfExists(mark());
        } catch (IOException e) {
            throw new SQLException(
                    "The file %s cannot be deleted: %s".formatted(mark(), e.getMessage()), e);
        }
    }

    /// In bytes.
    public long size() throws SQLException {
        try {
            return Files.size(path());
        } catch (IOException e) {
            throw new SQLException("The size of the file cannot be read: " + path(), e);
        }
    }
}
