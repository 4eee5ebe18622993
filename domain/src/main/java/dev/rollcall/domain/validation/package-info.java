/// The result of checking an input: it is [Checked], and each [Violation] is a fact that every
/// adapter puts into words of its own.
@NullMarked
package dev.rollcall.domain.validation;

import org.jspecify.annotations.NullMarked;
