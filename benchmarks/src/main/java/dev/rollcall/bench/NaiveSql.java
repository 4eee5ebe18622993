package dev.rollcall.bench;

import dev.rollcall.domain.listings.Criterion;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.domain.listings.TimeField;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Pages as they are mostly written: `OFFSET`, `LIKE`, and an index if the database chooses one.
///
/// @param handle a connection of its own, with the database's own settings
record NaiveSql(Handle handle) implements AutoCloseable {

    /// SQLSTATE, on H2 and on PostgreSQL.
    private static final String CANCELED = "57014";

    /// A piece of SQL with a `?` for its value.
    private record Condition(String sql, Object value) {}

    /// How many rows a page has; empty if that took longer than allowed.
    OptionalInt page(ListingQuery query, long offset, int limit, Duration allowed) {
        List<Condition> conditions = new ArrayList<>(List.of(new Condition("scope = ?", scope())));
        query.filters().forEach(filter -> conditions.add(condition(filter)));
        String page =
                "SELECT * FROM job WHERE %s ORDER BY %s LIMIT %d OFFSET %d"
                        .formatted(
                                String.join(
                                        " AND ", conditions.stream().map(Condition::sql).toList()),
                                orderBy(query),
                                limit,
                                offset);
        try (var statement = handle.createQuery(page)) {
            statement.setQueryTimeout((int) allowed.toSeconds());
            for (int i = 0; i < conditions.size(); i++) {
                statement.bind(i, conditions.get(i).value());
            }
            return OptionalInt.of(statement.mapToMap().list().size());
        } catch (UnableToExecuteStatementException e) {
            if (!isCanceled(e)) {
                throw e;
            }
            return OptionalInt.empty();
        }
    }

    private static boolean isCanceled(UnableToExecuteStatementException failure) {
        return failure.getCause() instanceof SQLException e && CANCELED.equals(e.getSQLState());
    }

    private int scope() {
        return handle.createQuery("SELECT id FROM scope").mapTo(Integer.class).one();
    }

    /// How many jobs there are.
    long size() {
        return handle.createQuery("SELECT COUNT(*) FROM job").mapTo(Long.class).one();
    }

    private static Condition condition(Criterion.Filter filter) {
        return switch (filter) {
            case Criterion.NameContains(var text) -> new Condition("name LIKE ?", "%" + text + "%");
            case Criterion.StatusIs(var status) -> new Condition("status = ?", status.code());
            case Criterion.After(var field, var time) ->
                    new Condition(column(field) + " > ?", time.toEpochMilli());
            case Criterion.Before(var field, var time) ->
                    new Condition(column(field) + " < ?", time.toEpochMilli());
        };
    }

    private static String column(TimeField field) {
        return switch (field) {
            case CREATION_TIME -> "created";
            case LAST_MODIFIED_TIME -> "modified";
        };
    }

    private static String orderBy(ListingQuery query) {
        String direction = query.ordering().order() == SortOrder.ASCENDING ? "" : " DESC";
        return switch (query.ordering().key()) {
            case NAME -> "name" + direction;
            case CREATION_TIME -> "created" + direction + ", name" + direction;
            case STATUS -> "status" + direction + ", name" + direction;
        };
    }

    @Override
    public void close() {
        handle.close();
    }
}
