package dev.rollcall.domain.listings;

import dev.rollcall.domain.jobs.ProcessingJob;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// A page while it is gathered. It asks for one job more than the page has room for, which tells
/// whether there is a next page without another look.
///
/// @param from where to go on looking
/// @param gathered the jobs found so far
/// @param ended whether there are no more jobs to look at
public record PageDraft(
        ListingQuery query,
        PageSize size,
        Optional<Position> from,
        List<ProcessingJob> gathered,
        boolean ended) {

    public PageDraft {
        gathered = List.copyOf(gathered);
    }

    /// A page that begins beyond `from`, or at the beginning of the listing.
    public static PageDraft begin(ListingQuery query, PageSize size, Optional<Position> from) {
        return new PageDraft(query, size, from, List.of(), query.matchesNothing());
    }

    /// Whether nothing more need be looked at.
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
        List<ProcessingJob> all = new ArrayList<>(gathered);
        all.addAll(slice.jobs());
        return switch (slice) {
            case Slice.Full full -> new PageDraft(query, size, from, all, true);
            case Slice.Stopped(var jobs, var lastExamined) -> {
                requireProgress(lastExamined);
                yield new PageDraft(query, size, Optional.of(lastExamined), all, false);
            }
        };
    }

    /// Without it, a client of a faulty store would get a token to the same position for ever.
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

    /// The page. One that is taken before the draft is complete is short, and the next one begins
    /// where the looking stopped.
    ///
    /// @throws NoSuchElementException if a page at the beginning of the listing is taken before
    ///   anything was looked at
    public Page page() {
        if (missing() == 0) {
            List<ProcessingJob> jobs = gathered.subList(0, size.value());
            return new Page(jobs, Optional.of(query.ordering().positionOf(jobs.getLast())));
        }
        return new Page(gathered, ended ? Optional.empty() : Optional.of(from.orElseThrow()));
    }

    private int missing() {
        return size.value() + 1 - gathered.size();
    }
}
