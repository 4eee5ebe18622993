/// The port through which commands reach a storage: its settings, and the use cases over it.
@NullMarked
package dev.rollcall.cli.storage;

import org.jspecify.annotations.NullMarked;
