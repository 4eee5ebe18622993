/// Page tokens: what they contain, how they are sealed, and when one is refused.
@NullMarked
package dev.rollcall.domain.tokens;

import org.jspecify.annotations.NullMarked;
