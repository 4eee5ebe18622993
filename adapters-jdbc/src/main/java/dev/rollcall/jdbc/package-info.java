/// Keeps jobs in an SQL database and finds them there, through JDBI: H2, embedded, or PostgreSQL.
///
/// [JdbcStore] is the entry. A [Database] is opened once; [SqlIndexes] carries out the plan of a
/// search in the words of a [Dialect], [Criteria] puts conditions into SQL, [JobTable] reads whole
/// jobs, [WholeTable] all there are; [ScopeIds] is the dictionary of scopes.
@NullMarked
package dev.rollcall.jdbc;

import org.jspecify.annotations.NullMarked;
