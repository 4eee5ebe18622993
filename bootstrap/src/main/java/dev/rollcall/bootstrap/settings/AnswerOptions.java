package dev.rollcall.bootstrap.settings;

import dev.rollcall.cli.options.ListingOptions;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.SortOrder;

import picocli.CommandLine.Option;

/// The option for what a request gets that does not say what it wants.
public final class AnswerOptions {

    @Option(
            names = "--default-sort-order",
            paramLabel = "ORDER",
            converter = ListingOptions.Direction.class,
            completionCandidates = ListingOptions.Direction.class,
            description =
                    "The order of a listing whose request names none. One of:"
                            + " ${COMPLETION-CANDIDATES}. Ascending is that of the API page,"
                            + " Descending is newest first. Default: Ascending.")
    private SortOrder defaultSortOrder = Ordering.DEFAULT.order();

    public SortOrder defaultSortOrder() {
        return defaultSortOrder;
    }
}
