/// Reads settings and wires; the only module that knows all the others.
///
/// [Main] is the entry: it gives the command line its storages and the commands that run a server.
@NullMarked
package dev.rollcall.bootstrap;

import org.jspecify.annotations.NullMarked;
