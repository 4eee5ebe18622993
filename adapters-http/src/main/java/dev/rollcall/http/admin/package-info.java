/// What operators and their machines ask of the server, on a port of its own: is it alive, is it
/// ready, and what has it done.
@NullMarked
package dev.rollcall.http.admin;

import org.jspecify.annotations.NullMarked;
