package dev.rollcall.application;

import static dev.rollcall.application.Jobs.SCOPE;
import static dev.rollcall.application.Jobs.request;
import static dev.rollcall.application.Lister.JOBS;
import static dev.rollcall.application.Lister.listed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.application.ListingResult.Listed;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.Slice;
import dev.rollcall.domain.tokens.PageTokens;
import dev.rollcall.domain.tokens.TokenRefusal;
import dev.rollcall.domain.validation.Violation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

class ListProcessingJobsTest {

    private static final FindProcessingJobs ALL_AT_ONCE =
            (selection, budget) -> new Slice.Full(selection.from(JOBS));

    private static final FindProcessingJobs NEVER_ASKED =
            (selection, budget) -> {
                throw new AssertionError("asked for " + selection);
            };

    private final Lister lister = new Lister();

    @Test
    void a_walk_lists_every_job_once_and_ends_without_a_token() {
        var listing = lister.over(ALL_AT_ONCE);

        var first = listed(listing, request(10, Optional.empty()));
        var second = listed(listing, request(10, first.nextToken()));
        var third = listed(listing, request(10, second.nextToken()));

        assertThat(first.jobs()).isEqualTo(JOBS.subList(0, 10));
        assertThat(second.jobs()).isEqualTo(JOBS.subList(10, 20));
        assertThat(third).isEqualTo(new Listed(JOBS.subList(20, 25), Optional.empty()));
    }

    @Test
    void a_walk_may_change_the_size_of_its_pages() {
        var listing = lister.over(ALL_AT_ONCE);

        var first = listed(listing, request(5, Optional.empty()));
        var rest = listed(listing, request(20, first.nextToken()));

        assertThat(rest).isEqualTo(new Listed(JOBS.subList(5, 25), Optional.empty()));
    }

    @Test
    void only_the_jobs_of_the_scope_are_listed() {
        var elsewhere = Scope.of("123456789012", "us-east-1");

        assertThat(lister.over(ALL_AT_ONCE).list(elsewhere, request(10, Optional.empty())))
                .isEqualTo(new Listed(List.of(), Optional.empty()));
    }

    @Test
    void a_request_is_checked_before_its_token_is_opened() {
        assertThat(lister.over(NEVER_ASKED).list(SCOPE, request(0, Optional.of("no token"))))
                .isEqualTo(
                        new ListingResult.Invalid(
                                List.of(new Violation.TooSmall("MaxResults", 0, 1))));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "no token"})
    void a_token_that_does_not_open_is_refused(String token) {
        assertThat(lister.over(NEVER_ASKED).list(SCOPE, request(10, Optional.of(token))))
                .isEqualTo(new ListingResult.TokenRefused(TokenRefusal.MALFORMED));
    }

    @Test
    void a_token_of_another_listing_is_refused() {
        var token = listed(lister.over(ALL_AT_ONCE), request(10, Optional.empty())).nextToken();

        assertThat(lister.over(NEVER_ASKED).list(SCOPE, request(10, token).withNameContains("job")))
                .isEqualTo(new ListingResult.TokenRefused(TokenRefusal.OTHER_LISTING));
    }

    @Test
    void a_token_expires_by_the_clock_of_the_use_case() {
        var token = listed(lister.over(ALL_AT_ONCE), request(10, Optional.empty())).nextToken();
        lister.pass(PageTokens.DEFAULT_LIFETIME);

        assertThat(lister.over(NEVER_ASKED).list(SCOPE, request(10, token)))
                .isEqualTo(new ListingResult.TokenRefused(TokenRefusal.EXPIRED));
    }

    @Test
    void the_store_is_not_asked_for_a_listing_that_can_match_nothing() {
        var impossible = request(10, Optional.empty()).withNameContains("%");

        assertThat(lister.over(NEVER_ASKED).list(SCOPE, impossible))
                .isEqualTo(new Listed(List.of(), Optional.empty()));
    }

    @Test
    void an_unavailable_store_is_reported_as_it_is() {
        var unavailable = new StorageUnavailable("unreachable", new IOException("cut"));
        var listing =
                lister.over(
                        (selection, budget) -> {
                            throw unavailable;
                        });

        assertThatThrownBy(() -> listing.list(SCOPE, request(10, Optional.empty())))
                .isSameAs(unavailable);
    }
}
