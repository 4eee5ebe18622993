package dev.rollcall.jdbc.sql;

import dev.rollcall.domain.jobs.Scope;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

import java.util.ArrayList;
import java.util.List;

/// A reader that records its queries, so that the database can explain them afterwards.
final class RecordingIndexReader extends SqlIndexReader {

    private final List<Sql> queries = new ArrayList<>();

    RecordingIndexReader(Handle handle, Dialect dialect, Scope scope, int scopeId) {
        super(handle, dialect, scope, scopeId);
    }

    List<Sql> queries() {
        return List.copyOf(queries);
    }

    @Override
    Query query(Sql sql) {
        queries.add(sql);
        return super.query(sql);
    }
}
