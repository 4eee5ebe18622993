/// What a start of the program costs, and what its heap is worth: on an archive that is unpacked as
/// a user would, through its launcher.
@NullMarked
package dev.rollcall.bench.start;

import org.jspecify.annotations.NullMarked;
