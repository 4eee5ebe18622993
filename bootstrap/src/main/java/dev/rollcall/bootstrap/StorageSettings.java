package dev.rollcall.bootstrap;

import java.nio.file.Path;

/// Where jobs are kept. Each kind of storage is a type with its own settings and no others.
sealed interface StorageSettings {

    /// An embedded H2 database in a directory, which one process at a time can have.
    record H2(Path data) implements StorageSettings {}

    /// An H2 database in memory, gone with the process.
    record InMemory() implements StorageSettings {}
}
