/// Jobs in an SQL database: [H2Store] keeps them in a file of this process, [PostgresStore] on a
/// server that several processes share.
///
/// These two are the only entries. Behind them, `sql` holds what both databases share, `h2` and
/// `postgres` what each has of its own.
@NullMarked
package dev.rollcall.jdbc;

import org.jspecify.annotations.NullMarked;
