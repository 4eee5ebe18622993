/// Keeps jobs in an SQL database and finds them there: H2, embedded, through JDBI.
///
/// [JdbcStore] is the entry. [H2Database] opens the database; [JobWalk] turns a selection into SQL
/// and walks it; [JobTable] reads and writes whole jobs; [ScopeIds] is the dictionary of scopes.
@NullMarked
package dev.rollcall.jdbc;

import org.jspecify.annotations.NullMarked;
