/// Settings, wiring and the command line: the only room that knows all the others.
@NullMarked
package dev.rollcall.bootstrap;

import org.jspecify.annotations.NullMarked;
