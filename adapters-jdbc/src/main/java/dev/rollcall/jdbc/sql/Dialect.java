package dev.rollcall.jdbc.sql;

import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.plan.IndexRange;
import dev.rollcall.plan.JobIndex;

import org.jdbi.v3.core.Handle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// How a database is told to take one index and no other, and to read no more of it than it must.
public interface Dialect {

    /// The table that an index is read from, for `FROM`.
    String source(JobIndex index);

    /// What an entry of an index has in common with all others, if that must be said.
    Sql membership(JobIndex index);

    /// The conditions for jobs beyond a place, to be asked for one after the other, each of which
    /// bounds the index by all of it.
    List<Sql> seek(Criterion.Beyond beyond);

    /// Whether a name contains a text, judged on an entry.
    Sql contains(String text);

    /// Names that contain a text, as a bound of the index of texts.
    Sql mayContain(String text);

    /// The jobs of the entries between bounds, whole.
    Sql jobs(JobIndex index, Sql bounds, int scopeId);

    /// The first `rows` entries of an index, or those of them that match: `limit` of these at the
    /// most, and in any case the last of the `rows`. Columns: `name`, `created`, `status`, and
    /// `matches`.
    Sql walk(Walk walk);

    /// Which of the entries of a walk this is, counted from 1.
    int place(ResultSet entry) throws SQLException;

    /// What a walk is made of.
    record Walk(String source, Sql bounds, Sql matches, Sql orderBy, int rows, int limit) {}

    /// The entries of an index between bounds, all of them, with the columns that a criterion or an
    /// order may ask for.
    Sql entries(JobIndex index, Sql bounds, int scopeId);

    /// Counts a stretch, unless its index is not there or the count would take long.
    OptionalInt count(IndexRange stretch, Handle handle, Supplier<OptionalInt> counting);
}
