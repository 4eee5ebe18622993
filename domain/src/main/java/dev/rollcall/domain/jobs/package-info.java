/// A processing job and its parts, and the rules that a record of one must keep.
@NullMarked
package dev.rollcall.domain.jobs;

import org.jspecify.annotations.NullMarked;
