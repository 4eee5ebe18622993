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

/// The SQL by which a database reads one given index, and no more of it than it must.
public interface Dialect {

    /// What to write after `FROM` to read an index.
    String from(JobIndex index);

    /// The condition that a query must repeat to be answered by an index which has some of the jobs
    /// only; `TRUE` if there is none.
    Sql partialIndexCondition(JobIndex index);

    /// The conditions for the jobs beyond a position, in the order of the listing. An index is
    /// bounded by all of each.
    List<Sql> seek(Criterion.Beyond beyond);

    /// Whether the name of an entry contains a text.
    Sql contains(String text);

    /// Names that contain a text, as a bound of the index by text.
    Sql textBound(String text);

    /// The jobs of all entries within bounds, whole.
    Sql jobs(JobIndex index, Sql bounds, int scopeId);

    /// The first `rows` entries of an index, with the columns `name`, `created`, `status`, and
    /// `matches`. Those that do not match may be left out, except for the last of the `rows`; so
    /// may those after `limit` matches.
    Sql scan(Scan scan);

    /// Which of the entries of a scan this is, counted from 1.
    int rowNumber(ResultSet entry) throws SQLException;

    /// What a scan consists of.
    ///
    /// @param from see [#from]
    /// @param matches the condition that the column `matches` says whether an entry meets
    record Scan(String from, Sql bounds, Sql matches, Sql orderBy, int rows, int limit) {}

    /// All entries of an index within bounds, with the columns that a criterion or an order may ask
    /// for.
    Sql entries(JobIndex index, Sql bounds, int scopeId);

    /// The name of the job whose ARN spells it in a given other way, of several the first by name.
    /// It has a `?` for the scope's number and one for the spelling.
    String nameByArn();

    /// Runs a count of a range; empty if the database has no such index, or if the count would take
    /// long.
    OptionalInt count(IndexRange range, Handle handle, Supplier<OptionalInt> counting);
}
