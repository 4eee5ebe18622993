/// `rollcall check`: tries everything that a server needs, and says what is wrong.
@NullMarked
package dev.rollcall.bootstrap.check;

import org.jspecify.annotations.NullMarked;
