/// Settings, wiring and the command line: the only room that knows all the others.
///
/// [Main] is the entry. Each command is a class of its own, and takes its options from classes that
/// it shares with others. [StorageOptions] become [StorageSettings], and over these the [UseCases]
/// are wired, by one Dagger component for each kind of storage; a [Service] puts a server before
/// them. An [Importer] records what a [JobFile] holds, and [JobLines] write what is exported.
@NullMarked
package dev.rollcall.bootstrap;

import dev.rollcall.json.JobFile;
import dev.rollcall.json.JobLines;

import org.jspecify.annotations.NullMarked;
