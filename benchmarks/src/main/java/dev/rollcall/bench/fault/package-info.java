/// What faults do to a server in a process of its own: writers and readers use it all the while,
/// and hold it to what it has acknowledged.
@NullMarked
package dev.rollcall.bench.fault;

import org.jspecify.annotations.NullMarked;
