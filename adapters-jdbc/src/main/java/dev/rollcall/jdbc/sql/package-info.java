/// What both SQL databases share.
///
/// [SqlStore] is the store over a [Database]. [SqlIndexReader] reads indexes in the SQL of a
/// [Dialect], [Criteria] turns conditions into SQL, [JobRows] reads whole jobs, [DetailRows] their
/// details, [JobReader] one job and [ExportReader] all of them, and [ScopeIds] is the dictionary of
/// scopes.
@NullMarked
package dev.rollcall.jdbc.sql;

import org.jspecify.annotations.NullMarked;
