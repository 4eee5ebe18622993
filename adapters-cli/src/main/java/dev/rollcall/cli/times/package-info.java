/// Times and durations as people write them.
@NullMarked
package dev.rollcall.cli.times;

import org.jspecify.annotations.NullMarked;
