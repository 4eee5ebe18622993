/// What a page costs a server in a process of its own, from the first byte of the request to the
/// last one of the answer. [Pages] is the entry.
@NullMarked
package dev.rollcall.bench.pages;

import org.jspecify.annotations.NullMarked;
