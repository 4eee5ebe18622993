/// Keeps jobs in an SQL database and finds them there, through JDBI: H2, embedded, or PostgreSQL.
///
/// [JdbcStore] is the entry. A [Database] is opened once; [SqlIndexReader] carries out the plan of
/// a search in the words of a [Dialect], [Criteria] puts conditions into SQL, [JobRows] reads whole
/// jobs, [ExportReader] all there are; [ScopeIds] is the dictionary of scopes.
@NullMarked
package dev.rollcall.jdbc;

import dev.rollcall.jdbc.sql.Criteria;
import dev.rollcall.jdbc.sql.Database;
import dev.rollcall.jdbc.sql.Dialect;
import dev.rollcall.jdbc.sql.ExportReader;
import dev.rollcall.jdbc.sql.JobRows;
import dev.rollcall.jdbc.sql.ScopeIds;
import dev.rollcall.jdbc.sql.SqlIndexReader;

import org.jspecify.annotations.NullMarked;
