/// What a person at the command line reads when something cannot be done.
@NullMarked
package dev.rollcall.cli.errors;

import org.jspecify.annotations.NullMarked;
