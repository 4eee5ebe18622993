/// The commands that run a server.
@NullMarked
package dev.rollcall.bootstrap.serve;

import org.jspecify.annotations.NullMarked;
