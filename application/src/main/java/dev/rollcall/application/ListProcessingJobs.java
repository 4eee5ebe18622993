package dev.rollcall.application;

import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.ListingQuery;
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
import java.util.List;
import java.util.Optional;

/// Use case: lists processing jobs, a page at a time.
public final class ListProcessingJobs {

    /// How long the jobs of a page may be collected before the page is answered short.
    public static final Duration DEFAULT_PAGE_BUDGET = Duration.ofSeconds(2);

    private final PageTurns turns;
    private final PageTokens tokens;
    private final PageCut cut;
    private final InstantSource clock;

    /// @throws IllegalArgumentException if the page budget is not positive
    public ListProcessingJobs(
            FindProcessingJobs store, PageTokens tokens, Duration pageBudget, InstantSource clock) {
        this(store, tokens, pageBudget, clock, NanoClock.SYSTEM);
    }

    /// @param clock the time of day, by which page tokens expire
    /// @param time what the page budget is measured with
    /// @throws IllegalArgumentException if the page budget is not positive
    public ListProcessingJobs(
            FindProcessingJobs store,
            PageTokens tokens,
            Duration pageBudget,
            InstantSource clock,
            NanoClock time) {
        this(store, tokens, pageBudget, PageCut.AFTER_FILTERING, clock, time);
    }

    /// @param cut when a page is cut to its size
    /// @throws IllegalArgumentException if the page budget is not positive
    public ListProcessingJobs(
            FindProcessingJobs store,
            PageTokens tokens,
            Duration pageBudget,
            PageCut cut,
            InstantSource clock,
            NanoClock time) {
        if (!pageBudget.isPositive()) {
            throw new IllegalArgumentException("a page budget is positive, not " + pageBudget);
        }
        this.turns = new PageTurns(store, pageBudget, time);
        this.tokens = tokens;
        this.cut = cut;
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
        return list(scope, request, Client.ANYBODY);
    }

    /// As [#list(Scope, ListingRequest)]; the pages of this client take turns with those of others.
    public ListingResult list(Scope scope, ListingRequest request, Client client) {
        Instant now = clock.instant();
        return switch (request.check(scope)) {
            case Checked.Invalid<PageRequest> invalid ->
                    new ListingResult.Invalid(invalid.violations());
            case Checked.Valid<PageRequest>(PageRequest pageRequest) ->
                    pageRequest
                            .nextToken()
                            .map(token -> tokens.open(token, pageRequest.query(), now))
                            .map(opened -> resume(opened, pageRequest, client, now))
                            .orElseGet(() -> collect(pageRequest, Optional.empty(), client, now));
        };
    }

    private ListingResult resume(
            OpenResult opened, PageRequest pageRequest, Client client, Instant now) {
        return switch (opened) {
            case OpenResult.Opened(Position position) ->
                    collect(pageRequest, Optional.of(position), client, now);
            case OpenResult.Refused refused -> new ListingResult.TokenRefused(refused.reason());
        };
    }

    private ListingResult collect(
            PageRequest pageRequest, Optional<Position> from, Client client, Instant now) {
        var begun = PageDraft.begin(cut(pageRequest.query()), pageRequest.pageSize(), from);
        var page = turns.collect(begun, client).page();
        return new ListingResult.Listed(
                matching(page.jobs(), pageRequest.query()),
                page.next().map(position -> tokens.seal(pageRequest.query(), position, now)));
    }

    /// Those of a page that has been cut to its size.
    private List<ProcessingJob> matching(List<ProcessingJob> jobs, ListingQuery query) {
        return switch (cut) {
            case AFTER_FILTERING -> jobs;
            case BEFORE_FILTERING -> jobs.stream().filter(query::matches).toList();
        };
    }

    /// The listing whose pages are cut to their size.
    private ListingQuery cut(ListingQuery query) {
        return switch (cut) {
            case AFTER_FILTERING -> query;
            case BEFORE_FILTERING -> query.unfiltered();
        };
    }
}
