package dev.rollcall.application;

import static dev.rollcall.application.Jobs.NOON;
import static dev.rollcall.application.Jobs.SCOPE;

import dev.rollcall.application.ListingResult.Listed;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.listings.ListingRequest;
import dev.rollcall.domain.tokens.PageTokens;
import dev.rollcall.domain.tokens.TokenKey;
import dev.rollcall.domain.tokens.TokenKeyRing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Lists jobs with its own clock, which never returns the same time twice.
final class Lister {

    static final List<ProcessingJob> JOBS = Jobs.some(25);

    private static final Duration PAGE_BUDGET = Duration.ofSeconds(2);

    private Instant now = NOON;

    ListProcessingJobs over(FindProcessingJobs store) {
        return over(store, PAGE_BUDGET);
    }

    ListProcessingJobs over(FindProcessingJobs store, Duration pageBudget) {
        return new ListProcessingJobs(store, tokens(), pageBudget, this::tick, this::nanoTime);
    }

    /// Moves the clock forward.
    void pass(Duration time) {
        now = now.plus(time);
    }

    private Instant tick() {
        pass(Duration.ofMillis(1));
        return now;
    }

    private long nanoTime() {
        return Duration.between(NOON, tick()).toNanos();
    }

    static PageTokens tokens() {
        var key = TokenKey.of(new byte[TokenKey.LENGTH]);
        return new PageTokens(new TokenKeyRing(List.of(key)), PageTokens.DEFAULT_LIFETIME);
    }

    /// The page that a valid request gets.
    static Listed listed(ListProcessingJobs listing, ListingRequest request) {
        return (Listed) listing.list(SCOPE, request);
    }
}
