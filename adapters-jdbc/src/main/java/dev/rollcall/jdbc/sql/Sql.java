package dev.rollcall.jdbc.sql;

import org.jdbi.v3.core.statement.SqlStatement;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A piece of SQL with a `?` for each of its values.
public record Sql(String text, List<Object> values) {

    public static final Sql TRUE = of("TRUE");

    private static final String PLACE = "%s";

    public Sql {
        values = List.copyOf(values);
    }

    public static Sql of(String text, Object... values) {
        return new Sql(text, List.of(values));
    }

    /// The conjunction of the conditions.
    static Sql all(List<Sql> conditions) {
        return conditions.isEmpty() ? TRUE : joined(conditions, " AND ");
    }

    static Sql joined(List<Sql> parts, String delimiter) {
        return new Sql(
                parts.stream().map(Sql::text).collect(Collectors.joining(delimiter)),
                parts.stream().flatMap(part -> part.values.stream()).toList());
    }

    Sql and(Sql other) {
        return all(List.of(this, other));
    }

    /// A larger piece: each `%s` of the frame is replaced by a part, in their order.
    public static Sql around(String frame, Sql... parts) {
        var text = new StringBuilder(256);
        List<Object> values = new ArrayList<>();
        int from = 0;
        for (Sql part : parts) {
            int at = frame.indexOf(PLACE, from);
            text.append(frame, from, at).append(part.text);
            values.addAll(part.values);
            from = at + PLACE.length();
        }
        return new Sql(text.append(frame, from, frame.length()).toString(), values);
    }

    public <S extends SqlStatement<S>> S bindTo(S statement) {
        for (int i = 0; i < values.size(); i++) {
            statement.bind(i, values.get(i));
        }
        return statement;
    }
}
