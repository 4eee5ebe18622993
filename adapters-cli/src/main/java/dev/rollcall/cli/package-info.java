/// The command line, a driving adapter: commands over the use cases of a storage.
///
/// [CommandLineProgram] is the entry. A command reads its options into [StorageSettings], asks the
/// [Storages] for [UseCases] over them, and prints what these answer. [Storages] is the one thing
/// that the program which wires Rollcall must give.
@NullMarked
package dev.rollcall.cli;

import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.cli.storage.Storages;
import dev.rollcall.cli.storage.UseCases;

import org.jspecify.annotations.NullMarked;
