/// The log: what the program and its libraries say through SLF4J, a line each on standard error.
@NullMarked
package dev.rollcall.bootstrap.logging;

import org.jspecify.annotations.NullMarked;
