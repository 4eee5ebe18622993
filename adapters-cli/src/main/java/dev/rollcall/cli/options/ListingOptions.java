package dev.rollcall.cli.options;

import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.listings.ListingRequest;
import dev.rollcall.domain.listings.PageSize;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

import java.time.Instant;
import java.util.Optional;

/// The options for which jobs are listed, in which order, and how many. They are those of the AWS
/// CLI.
public final class ListingOptions {

    @Option(names = "--name-contains", paramLabel = "TEXT", description = "Text in the name.")
    private @Nullable String nameContains;

    @Option(
            names = "--status-equals",
            paramLabel = "STATUS",
            converter = Status.class,
            completionCandidates = Status.class,
            description = "One of: ${COMPLETION-CANDIDATES}.")
    private @Nullable ProcessingJobStatus statusEquals;

    @Option(
            names = "--creation-time-after",
            paramLabel = "TIME",
            description = "Created after this time.")
    private @Nullable Instant creationTimeAfter;

    @Option(
            names = "--creation-time-before",
            paramLabel = "TIME",
            description = "Created before this time.")
    private @Nullable Instant creationTimeBefore;

    @Option(
            names = "--last-modified-time-after",
            paramLabel = "TIME",
            description = "Modified after this time.")
    private @Nullable Instant lastModifiedTimeAfter;

    @Option(
            names = "--last-modified-time-before",
            paramLabel = "TIME",
            description = "Modified before this time.")
    private @Nullable Instant lastModifiedTimeBefore;

    @Option(
            names = "--sort-by",
            paramLabel = "KEY",
            converter = SortBy.class,
            completionCandidates = SortBy.class,
            description = "One of: ${COMPLETION-CANDIDATES}. Default: CreationTime.")
    private @Nullable SortKey sortBy;

    @Option(
            names = "--sort-order",
            paramLabel = "ORDER",
            converter = Direction.class,
            completionCandidates = Direction.class,
            description = "One of: ${COMPLETION-CANDIDATES}. Default: Ascending, the oldest first.")
    private @Nullable SortOrder sortOrder;

    @ArgGroup private Extent extent = new Extent();

    /// How much of the listing to print: one page, or all of it.
    static final class Extent {

        @Option(
                names = "--max-results",
                paramLabel = "N",
                description =
                        "Print one page of "
                                + PageSize.MIN
                                + " to "
                                + PageSize.MAX
                                + " jobs. Default: 10.")
        private @Nullable Integer maxResults;

        @Option(names = "--all", description = "Print every page.")
        private boolean all;

        private Optional<Integer> pageSize() {
            return all ? Optional.of(PageSize.MAX) : Optional.ofNullable(maxResults);
        }
    }

    @Option(
            names = "--next-token",
            paramLabel = "TOKEN",
            description = "The page after the one that ended with this token.")
    private @Nullable String nextToken;

    /// Whether to go on to the last page.
    public boolean all() {
        return extent.all;
    }

    /// The request for the first page that is asked for.
    public ListingRequest request() {
        return ListingRequest.everything()
                .with(given(creationTimeAfter), ListingRequest::withCreationTimeAfter)
                .with(given(creationTimeBefore), ListingRequest::withCreationTimeBefore)
                .with(given(lastModifiedTimeAfter), ListingRequest::withLastModifiedTimeAfter)
                .with(given(lastModifiedTimeBefore), ListingRequest::withLastModifiedTimeBefore)
                .with(given(nameContains), ListingRequest::withNameContains)
                .with(
                        given(statusEquals).map(it -> it.wireName()),
                        ListingRequest::withStatusEquals)
                .with(given(sortBy).map(SortKey::wireName), ListingRequest::withSortBy)
                .with(given(sortOrder).map(SortOrder::wireName), ListingRequest::withSortOrder)
                .with(given(nextToken), ListingRequest::withNextToken)
                .with(extent.pageSize(), ListingRequest::withMaxResults);
    }

    private static <T> Optional<T> given(@Nullable T option) {
        return Optional.ofNullable(option);
    }

    static final class Status extends Choice<ProcessingJobStatus> {
        Status() {
            super(ProcessingJobStatus.values(), ProcessingJobStatus::wireName);
        }
    }

    static final class SortBy extends Choice<SortKey> {
        SortBy() {
            super(SortKey.values(), SortKey::wireName);
        }
    }

    /// Reads an order, and lists them.
    public static final class Direction extends Choice<SortOrder> {
        Direction() {
            super(SortOrder.values(), SortOrder::wireName);
        }
    }
}
