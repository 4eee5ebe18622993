/// Jobs in PostgreSQL.
@NullMarked
package dev.rollcall.jdbc.postgres;

import org.jspecify.annotations.NullMarked;
