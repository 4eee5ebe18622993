package dev.rollcall.jdbc;

import dev.rollcall.application.plan.JobIndex;
import dev.rollcall.application.plan.Stretch;
import dev.rollcall.domain.Criterion;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// A dialect whose walks can be explained by the database afterwards.
record RecordingDialect(Dialect dialect, List<Sql> walks) implements Dialect {

    RecordingDialect(Dialect dialect) {
        this(dialect, new ArrayList<>());
    }

    @Override
    public String source(JobIndex index) {
        return dialect.source(index);
    }

    @Override
    public Sql membership(JobIndex index) {
        return dialect.membership(index);
    }

    @Override
    public List<Sql> seek(Criterion.Beyond beyond) {
        return dialect.seek(beyond);
    }

    @Override
    public Sql contains(String text) {
        return dialect.contains(text);
    }

    @Override
    public Sql mayContain(String text) {
        return dialect.mayContain(text);
    }

    @Override
    public Sql walk(Walk walk) {
        Sql sql = dialect.walk(walk);
        walks.add(sql);
        return sql;
    }

    @Override
    public Sql entries(JobIndex index, Sql bounds, int scopeId) {
        return dialect.entries(index, bounds, scopeId);
    }

    @Override
    public OptionalInt count(Stretch stretch, Handle handle, Supplier<OptionalInt> counting) {
        return dialect.count(stretch, handle, counting);
    }
}
