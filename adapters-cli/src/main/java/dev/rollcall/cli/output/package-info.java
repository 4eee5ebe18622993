/// How jobs are printed: as a table for people, or as JSON for programs.
@NullMarked
package dev.rollcall.cli.output;

import org.jspecify.annotations.NullMarked;
