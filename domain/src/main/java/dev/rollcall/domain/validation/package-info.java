/// Foreign values and the constraints they must keep: a value is [Checked], and every [Violation]
/// is a fact without words.
@NullMarked
package dev.rollcall.domain.validation;

import org.jspecify.annotations.NullMarked;
