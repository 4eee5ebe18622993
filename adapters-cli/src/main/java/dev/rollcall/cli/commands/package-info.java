/// The commands, one class each.
@NullMarked
package dev.rollcall.cli.commands;

import org.jspecify.annotations.NullMarked;
