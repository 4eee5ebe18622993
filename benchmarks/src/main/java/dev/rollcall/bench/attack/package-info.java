/// Attacks on a server in a process of its own, as anybody could run them who reaches its port, and
/// how others fare meanwhile.
@NullMarked
package dev.rollcall.bench.attack;

import org.jspecify.annotations.NullMarked;
