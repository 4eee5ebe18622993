/// Jobs in H2: one process, one file.
@NullMarked
package dev.rollcall.jdbc.h2;

import org.jspecify.annotations.NullMarked;
