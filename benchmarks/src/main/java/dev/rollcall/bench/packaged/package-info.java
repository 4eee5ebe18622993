/// The packaged server in a process of its own, and requests to it as bytes.
@NullMarked
package dev.rollcall.bench.packaged;

import org.jspecify.annotations.NullMarked;
