/// A processing job and its parts, and the rules for a record of one.
@NullMarked
package dev.rollcall.domain.jobs;

import org.jspecify.annotations.NullMarked;
