/// What is printed: jobs as a table for people or as JSON for programs, and the sentences of
/// refusals.
@NullMarked
package dev.rollcall.cli.output;

import org.jspecify.annotations.NullMarked;
