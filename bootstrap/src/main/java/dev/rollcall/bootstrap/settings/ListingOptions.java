package dev.rollcall.bootstrap.settings;

import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.SortOrder;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.util.Arrays;

/// The options that say how a request is answered.
public final class ListingOptions {

    @Option(
            names = "--default-sort-order",
            paramLabel = "ORDER",
            converter = Order.class,
            description =
                    "The order of a listing whose request names none: Ascending, as on the API"
                            + " page, or Descending, which is newest first. Default: Ascending.")
    private SortOrder defaultSortOrder = Ordering.DEFAULT.order();

    public SortOrder defaultSortOrder() {
        return defaultSortOrder;
    }

    /// Reads an order as the API spells it, in upper or lower case.
    static final class Order implements ITypeConverter<SortOrder> {

        @Override
        public SortOrder convert(String value) {
            return Arrays.stream(SortOrder.values())
                    .filter(order -> order.wireName().equalsIgnoreCase(value))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "'%s' is not an order: give Ascending or Descending"
                                                    .formatted(value)));
        }
    }
}
