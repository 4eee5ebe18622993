package dev.rollcall.bootstrap;

import java.nio.file.Path;
import java.util.Optional;

/// Where jobs are kept. Each kind of storage is a type with its own settings and no others.
sealed interface StorageSettings {

    /// An embedded H2 database in a directory, which one process at a time can have.
    ///
    /// @param tokenKeys the keys of page tokens; the directory's own if empty
    record H2(Path data, Optional<Path> tokenKeys) implements StorageSettings {}

    /// An H2 database in memory, gone with the process.
    record InMemory() implements StorageSettings {}
}
