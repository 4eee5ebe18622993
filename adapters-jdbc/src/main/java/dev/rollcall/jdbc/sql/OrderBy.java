package dev.rollcall.jdbc.sql;

import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.plan.Column;
import dev.rollcall.plan.JobIndex;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The columns that an index or a listing is ordered by, as SQL.
public final class OrderBy {

    private OrderBy() {}

    /// Along an index, all of whose columns up to the name are said, also those that have one
    /// value: with fewer, H2 sorts what it finds.
    static Sql along(JobIndex index, SortOrder order) {
        if (index == JobIndex.BY_TEXT) {
            throw new IllegalArgumentException("the entries of the index by text have no order");
        }
        return directed(columns(index), order);
    }

    /// Along an index that has an order, so that the database takes this one.
    public static Sql along(JobIndex index) {
        return along(index, SortOrder.ASCENDING);
    }

    static Sql of(Ordering ordering) {
        return directed(Column.of(ordering.key()), ordering.order());
    }

    /// In SQL, the name is in the key of every index.
    private static List<Column> columns(JobIndex index) {
        return Stream.concat(index.key().stream(), Stream.of(Column.NAME)).distinct().toList();
    }

    private static Sql directed(List<Column> columns, SortOrder order) {
        String suffix =
                switch (order) {
                    case ASCENDING -> "";
                    case DESCENDING -> " DESC";
                };
        return Sql.of(
                columns.stream()
                        .map(column -> Columns.name(column) + suffix)
                        .collect(Collectors.joining(", ")));
    }
}
