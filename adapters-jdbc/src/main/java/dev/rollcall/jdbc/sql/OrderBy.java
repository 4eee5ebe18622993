package dev.rollcall.jdbc.sql;

import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.plan.JobIndex;

import java.util.List;

/// The columns that an index or a listing is ordered by, as SQL.
public final class OrderBy {

    private OrderBy() {}

    /// All columns of an index up to the name, also those that are fixed: with fewer, H2 sorts what
    /// it finds.
    public static Sql along(JobIndex index, SortOrder order) {
        var columns =
                switch (index) {
                    case BY_NAME -> List.of("scope", "name");
                    case BY_CREATION, LATE_BY_CREATION -> List.of("scope", "created", "name");
                    case BY_STATUS -> List.of("scope", "status", "name");
                    case BY_STATUS_AND_CREATION -> List.of("scope", "status", "created", "name");
                    case BY_MODIFICATION, LATE_BY_MODIFICATION ->
                            List.of("scope", "modified", "name");
                    case BY_TEXT -> throw new IllegalArgumentException("pieces have no order");
                };
        return turned(columns, order);
    }

    /// Along an index that has an order, so that the database takes this one.
    public static Sql along(JobIndex index) {
        return along(index, SortOrder.ASCENDING);
    }

    static Sql of(Ordering ordering) {
        return turned(
                switch (ordering.key()) {
                    case NAME -> List.of("name");
                    case CREATION_TIME -> List.of("created", "name");
                    case STATUS -> List.of("status", "name");
                },
                ordering.order());
    }

    private static Sql turned(List<String> columns, SortOrder order) {
        return switch (order) {
            case ASCENDING -> Sql.of(String.join(", ", columns));
            case DESCENDING -> Sql.of(String.join(" DESC, ", columns) + " DESC");
        };
    }
}
