package dev.rollcall.domain.listings;

import dev.rollcall.domain.jobs.ProcessingJob;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// A page while its jobs are collected. It asks for one job more than the page has room for, which
/// shows whether there is a next page without another request to the store.
///
/// @param from the position beyond which the store is asked next; empty at the beginning
/// @param collected the jobs found so far
/// @param ended whether there are no more jobs
public record PageDraft(
        ListingQuery query,
        PageSize size,
        Optional<Position> from,
        List<ProcessingJob> collected,
        boolean ended) {

    public PageDraft {
        collected = List.copyOf(collected);
    }

    /// A page that begins beyond `from`, or at the beginning of the listing.
    public static PageDraft begin(ListingQuery query, PageSize size, Optional<Position> from) {
        return new PageDraft(query, size, from, List.of(), query.matchesNothing());
    }

    /// Whether the store need not be asked again.
    public boolean isComplete() {
        return ended || missing() == 0;
    }

    /// What to ask the store next.
    ///
    /// @throws IllegalArgumentException if the draft is complete
    public Selection remainder() {
        return query.select(from, missing());
    }

    /// The draft with the store's answer to [#remainder] added.
    ///
    /// @throws IllegalArgumentException if the store stopped without progress: at a position that
    ///   is not beyond the one where it was asked to begin
    public PageDraft plus(Slice slice) {
        List<ProcessingJob> all = new ArrayList<>(collected);
        all.addAll(slice.jobs());
        return switch (slice) {
            case Slice.Full full -> new PageDraft(query, size, from, all, true);
            case Slice.Stopped(var jobs, var lastExamined) -> {
                requireProgress(lastExamined);
                yield new PageDraft(query, size, Optional.of(lastExamined), all, false);
            }
        };
    }

    /// Without this check, the clients of a faulty store would get tokens to the same position for
    /// ever.
    private void requireProgress(Position lastExamined) {
        var ordering = query.ordering();
        boolean progress =
                lastExamined.key() == ordering.key()
                        && from.map(start -> ordering.compare(start, lastExamined) < 0)
                                .orElse(true);
        if (!progress) {
            throw new IllegalArgumentException(
                    "The store stopped at %s, which is not beyond %s in a listing by %s, %s."
                            .formatted(
                                    lastExamined,
                                    from.map(Position::toString).orElse("the beginning"),
                                    ordering.key().wireName(),
                                    ordering.order().wireName()));
        }
    }

    /// The page. If it is taken before the draft is complete, it is short, and the next page begins
    /// where the store stopped.
    ///
    /// @throws NoSuchElementException if the first page of a listing is taken before the store was
    ///   asked
    public Page page() {
        if (missing() == 0) {
            List<ProcessingJob> jobs = collected.subList(0, size.value());
            return new Page(jobs, Optional.of(query.ordering().positionOf(jobs.getLast())));
        }
        return new Page(collected, ended ? Optional.empty() : Optional.of(from.orElseThrow()));
    }

    private int missing() {
        return size.value() + 1 - collected.size();
    }
}
