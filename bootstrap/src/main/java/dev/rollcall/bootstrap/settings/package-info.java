/// The settings of a server: where it listens, whom it lets in, and what a client may cost.
@NullMarked
package dev.rollcall.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
