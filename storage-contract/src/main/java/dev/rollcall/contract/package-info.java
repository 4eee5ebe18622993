/// The contract of a store, as tests that a store inherits, and the reference store they compare it with.
@NullMarked
package dev.rollcall.contract;

import org.jspecify.annotations.NullMarked;
