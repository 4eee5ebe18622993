package dev.rollcall.jdbc;

import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;

/// A piece of SQL with a `?` for each of its values.
record Condition(String sql, List<Object> values) {

    Condition {
        values = List.copyOf(values);
    }

    static Condition of(String sql, Object... values) {
        return new Condition(sql, List.of(values));
    }

    /// Meets all of the conditions.
    static Condition all(List<Condition> conditions) {
        if (conditions.isEmpty()) {
            return of("TRUE");
        }
        return new Condition(
                conditions.stream().map(Condition::sql).collect(Collectors.joining(" AND ")),
                conditions.stream().flatMap(condition -> condition.values.stream()).toList());
    }

    <S extends SqlStatement<S>> S bindTo(S statement) {
        for (int i = 0; i < values.size(); i++) {
            statement.bind(i, values.get(i));
        }
        return statement;
    }
}
