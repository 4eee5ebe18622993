/// Which storage a command works on, and what it needs of one.
@NullMarked
package dev.rollcall.cli.storage;

import org.jspecify.annotations.NullMarked;
