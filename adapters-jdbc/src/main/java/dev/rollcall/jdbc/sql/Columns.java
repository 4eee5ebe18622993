package dev.rollcall.jdbc.sql;

import dev.rollcall.plan.Column;

/// What the columns of the indexes are called in SQL.
final class Columns {

    private Columns() {}

    static String name(Column column) {
        return switch (column) {
            case SCOPE -> "scope";
            case CREATED -> "created";
            case NAME -> "name";
            case STATUS -> "status";
            case MODIFIED -> "modified";
        };
    }
}
