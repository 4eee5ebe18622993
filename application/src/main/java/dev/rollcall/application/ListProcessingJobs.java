package dev.rollcall.application;

import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.ListingRequest;
import dev.rollcall.domain.listings.PageDraft;
import dev.rollcall.domain.listings.PageRequest;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.tokens.PageTokens;
import dev.rollcall.domain.tokens.PageTokens.OpenResult;
import dev.rollcall.domain.validation.Checked;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Use case: lists processing jobs, a page at a time.
public final class ListProcessingJobs {

    /// How long the jobs of a page may be collected before the page is answered short.
    public static final Duration DEFAULT_PAGE_BUDGET = Duration.ofSeconds(2);

    /// How many rows one call to the store may examine; in most calls the time is spent first.
    private static final int ROWS_PER_CALL = 1_000_000;

    private final FindProcessingJobs store;
    private final PageTokens tokens;
    private final Duration pageBudget;
    private final InstantSource clock;

    /// @throws IllegalArgumentException if the page budget is not positive
    public ListProcessingJobs(
            FindProcessingJobs store, PageTokens tokens, Duration pageBudget, InstantSource clock) {
        if (!pageBudget.isPositive()) {
            throw new IllegalArgumentException("a page budget is positive, not " + pageBudget);
        }
        this.store = store;
        this.tokens = tokens;
        this.pageBudget = pageBudget;
        this.clock = clock;
    }

    /// Answers a request with a page of the scope's jobs.
    ///
    /// A page is full whenever enough jobs match. Only a page whose time budget is spent is
    /// shorter, and it has a token.
    ///
    /// @param scope whose jobs to list; the caller must have been authorized for it
    /// @throws StorageUnavailable if the store cannot answer now
    /// @throws IllegalArgumentException if a faulty store stops without progress ([PageDraft#plus])
    public ListingResult list(Scope scope, ListingRequest request) {
        Instant now = clock.instant();
        return switch (request.check(scope)) {
            case Checked.Invalid<PageRequest> invalid ->
                    new ListingResult.Invalid(invalid.violations());
            case Checked.Valid<PageRequest>(PageRequest pageRequest) ->
                    pageRequest
                            .nextToken()
                            .map(token -> tokens.open(token, pageRequest.query(), now))
                            .map(opened -> resume(opened, pageRequest, now))
                            .orElseGet(() -> collect(pageRequest, Optional.empty(), now));
        };
    }

    private ListingResult resume(OpenResult opened, PageRequest pageRequest, Instant now) {
        return switch (opened) {
            case OpenResult.Opened(Position position) ->
                    collect(pageRequest, Optional.of(position), now);
            case OpenResult.Refused refused -> new ListingResult.TokenRefused(refused.reason());
        };
    }

    private ListingResult collect(PageRequest pageRequest, Optional<Position> from, Instant start) {
        Instant deadline = start.plus(pageBudget);
        Instant now = start;
        var draft = PageDraft.begin(pageRequest.query(), pageRequest.pageSize(), from);
        while (!draft.isComplete() && now.isBefore(deadline)) {
            var budget = new WorkBudget(ROWS_PER_CALL, Duration.between(now, deadline));
            draft = draft.plus(store.find(draft.remainder(), budget));
            now = clock.instant();
        }
        var page = draft.page();
        return new ListingResult.Listed(
                page.jobs(),
                page.next().map(position -> tokens.seal(pageRequest.query(), position, start)));
    }
}
