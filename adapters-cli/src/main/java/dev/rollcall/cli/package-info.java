/// The command line, a driving adapter: commands over the use cases of a storage.
///
/// [CommandLineProgram] is the entry. A command reads its options into [StorageSettings], asks the
/// port [Storages] for [UseCases] over that storage, and prints their answers. The program that
/// wires Rollcall implements that port.
@NullMarked
package dev.rollcall.cli;

import dev.rollcall.cli.storage.StorageSettings;
import dev.rollcall.cli.storage.Storages;
import dev.rollcall.cli.storage.UseCases;

import org.jspecify.annotations.NullMarked;
