/// What is said to a person at the command line when something cannot be done.
@NullMarked
package dev.rollcall.cli.errors;

import org.jspecify.annotations.NullMarked;
