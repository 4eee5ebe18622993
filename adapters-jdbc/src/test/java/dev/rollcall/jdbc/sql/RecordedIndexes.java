package dev.rollcall.jdbc.sql;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import java.util.ArrayList;
import java.util.List;

/// Indexes that keep a record of what they are asked, so that it can be explained afterwards.
final class RecordedIndexes extends SqlIndexReader {

    private final List<Sql> queries = new ArrayList<>();

    RecordedIndexes(Handle handle, Dialect dialect, int scopeId) {
        super(handle, dialect, scopeId);
    }

    List<Sql> queries() {
        return List.copyOf(queries);
    }

    @Override
    public Query query(Sql sql) {
        queries.add(sql);
        return super.query(sql);
    }
}
