package dev.rollcall.contract;

import dev.rollcall.application.FindProcessingJobs;
import dev.rollcall.application.ListProcessingJobs;
import dev.rollcall.application.ListingResult;
import dev.rollcall.domain.jobs.ProcessingJob;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.ListingRequest;
import dev.rollcall.domain.tokens.PageTokens;
import dev.rollcall.domain.tokens.TokenKey;
import dev.rollcall.domain.tokens.TokenKeyRing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Walks a listing as a client does: through the use case, page by page, from token to token.
///
/// It can continue over another store, because the token keys are always the same.
final class TokenWalk {

    private static final PageTokens TOKENS =
            new PageTokens(
                    new TokenKeyRing(List.of(TokenKey.of(new byte[TokenKey.LENGTH]))),
                    PageTokens.DEFAULT_LIFETIME);

    /// Far more pages than any listing of the contract has.
    private static final int TOO_MANY = 1_000;

    /// Time passes with each reading, so no two tokens have the same time of issue.
    private final AtomicLong now = new AtomicLong(JobBuilder.CREATED.toEpochMilli());

    private final InstantSource clock = () -> Instant.ofEpochMilli(now.getAndIncrement());
    private final Scope scope;
    private final ListingRequest request;
    private final int pageSize;
    private final List<ProcessingJob> walked = new ArrayList<>();
    private Optional<String> token = Optional.empty();
    private int pages;
    private boolean ended;

    TokenWalk(Scope scope, ListingRequest request, int pageSize) {
        this.scope = scope;
        this.request = request;
        this.pageSize = pageSize;
    }

    /// Fetches the next page.
    List<ProcessingJob> next(FindProcessingJobs store) {
        var page =
                switch (useCase(store).list(scope, with(token))) {
                    case ListingResult.Listed listed -> listed;
                    case ListingResult.Invalid invalid -> throw new AssertionError(invalid);
                    case ListingResult.TokenRefused refused -> throw new AssertionError(refused);
                };
        if (++pages == TOO_MANY) {
            throw new AssertionError("a walk without an end: " + request);
        }
        walked.addAll(page.jobs());
        token = page.nextToken();
        ended = token.isEmpty();
        return page.jobs();
    }

    /// Fetches the remaining pages, and returns all jobs of the walk.
    List<ProcessingJob> toTheEnd(FindProcessingJobs store) {
        while (!ended) {
            next(store);
        }
        return List.copyOf(walked);
    }

    boolean hasEnded() {
        return ended;
    }

    private ListProcessingJobs useCase(FindProcessingJobs store) {
        return new ListProcessingJobs(store, TOKENS, Duration.ofHours(1), clock);
    }

    private ListingRequest with(Optional<String> nextToken) {
        return request.withMaxResults(pageSize).with(nextToken, ListingRequest::withNextToken);
    }
}
