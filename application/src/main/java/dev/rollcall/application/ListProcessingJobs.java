package dev.rollcall.application;

import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.ListingRequest;
import dev.rollcall.domain.listings.PageDraft;
import dev.rollcall.domain.listings.PageRequest;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.tokens.PageTokens;
import dev.rollcall.domain.tokens.PageTokens.Opened;
import dev.rollcall.domain.validation.Checked;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Use case: lists processing jobs, a page at a time.
public final class ListProcessingJobs {

    /// How long a page may be gathered before it is answered short.
    public static final Duration DEFAULT_PAGE_BUDGET = Duration.ofSeconds(2);

    /// What one call to the store may examine; most calls end by their time before.
    private static final int ROWS_PER_CALL = 1_000_000;

    private final FindProcessingJobs store;
    private final PageTokens tokens;
    private final Duration pageBudget;
    private final InstantSource clock;

    /// @throws IllegalArgumentException if the page budget is not positive
    public ListProcessingJobs(
            FindProcessingJobs store, PageTokens tokens, Duration pageBudget, InstantSource clock) {
        if (!pageBudget.isPositive()) {
            throw new IllegalArgumentException("a page budget of " + pageBudget);
        }
        this.store = store;
        this.tokens = tokens;
        this.pageBudget = pageBudget;
        this.clock = clock;
    }

    /// Answers a request with a page of the scope's jobs.
    ///
    /// A page is full whenever enough jobs match; only one whose time budget is spent comes short,
    /// and it has a token.
    ///
    /// @param scope whose jobs to list; who asks must have been authorized for it
    /// @throws StorageUnavailable if the store cannot answer now
    public ListingResult list(Scope scope, ListingRequest request) {
        Instant now = clock.instant();
        return switch (request.check(scope)) {
            case Checked.Invalid<PageRequest> invalid ->
                    new ListingResult.Invalid(invalid.violations());
            case Checked.Valid<PageRequest>(PageRequest listing) ->
                    listing.nextToken()
                            .map(token -> tokens.open(token, listing.query(), now))
                            .map(opened -> resume(opened, listing, now))
                            .orElseGet(() -> gather(listing, Optional.empty(), now));
        };
    }

    private ListingResult resume(Opened opened, PageRequest listing, Instant now) {
        return switch (opened) {
            case Opened.At(Position position) -> gather(listing, Optional.of(position), now);
            case Opened.Refused refused -> new ListingResult.TokenRefused(refused.reason());
        };
    }

    private ListingResult gather(PageRequest listing, Optional<Position> from, Instant begun) {
        Instant deadline = begun.plus(pageBudget);
        Instant now = begun;
        var draft = PageDraft.begin(listing.query(), listing.pageSize(), from);
        while (!draft.isComplete() && now.isBefore(deadline)) {
            var budget = new WorkBudget(ROWS_PER_CALL, Duration.between(now, deadline));
            draft = draft.plus(store.find(draft.remainder(), budget));
            now = clock.instant();
        }
        var page = draft.page();
        return new ListingResult.Listed(
                page.jobs(),
                page.next().map(position -> tokens.seal(listing.query(), position, begun)));
    }
}
