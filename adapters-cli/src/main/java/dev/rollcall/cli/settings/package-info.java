/// Options that are not on the command line: from the environment, and from a file.
@NullMarked
package dev.rollcall.cli.settings;

import org.jspecify.annotations.NullMarked;
