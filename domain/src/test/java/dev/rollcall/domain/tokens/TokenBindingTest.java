package dev.rollcall.domain.tokens;

import static dev.rollcall.domain.jobs.Jobs.NOON;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.Jobs;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.Scope;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Listings;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.tokens.PageTokens.OpenResult;
import dev.rollcall.domain.validation.Members;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// A page token belongs to one listing of one operation, and to all sizes of its pages.
class TokenBindingTest {

    private static final PageTokens TOKENS = Tokens.tokens(Tokens.key(1));

    /// A listing with every filter.
    private static final Members EVERYTHING =
            Members.of(
                    "CreationTimeAfter=2026-01-01T00:00:00Z",
                    "CreationTimeBefore=2026-04-01T00:00:00Z",
                    "LastModifiedTimeAfter=2026-01-02T00:00:00Z",
                    "LastModifiedTimeBefore=2026-04-02T00:00:00Z",
                    "NameContains=train",
                    "StatusEquals=Failed",
                    "SortBy=Name",
                    "SortOrder=Descending");

    private static final ListingQuery QUERY = Listings.page(EVERYTHING).query();
    private static final Position POSITION = new Position.ByName(new ProcessingJobName("train-7"));
    private static final OpenResult AT_POSITION = new OpenResult.Opened(POSITION);

    private static final String TOKEN = TOKENS.seal(QUERY, POSITION, NOON);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CreationTimeAfter=2026-01-01T00:00:00.001Z",
                "CreationTimeBefore=2026-04-01T00:00:00.001Z",
                "LastModifiedTimeAfter=2026-01-02T00:00:00.001Z",
                "LastModifiedTimeBefore=2026-04-02T00:00:00.001Z",
                "NameContains=Train",
                "NameContains=",
                "StatusEquals=Stopped",
                "SortBy=Status",
                "SortOrder=Ascending"
            })
    void a_changed_argument_is_refused(String changed) {
        assertOther(EVERYTHING.with(changed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CreationTimeAfter",
                "CreationTimeBefore",
                "LastModifiedTimeAfter",
                "LastModifiedTimeBefore",
                "NameContains",
                "StatusEquals",
                "SortBy",
                "SortOrder"
            })
    void a_dropped_argument_is_refused_and_so_is_an_added_one(String member) {
        var without = EVERYTHING.without(member);
        assertOther(without);

        var query = Listings.page(without).query();
        var token = TOKENS.seal(query, query.ordering().positionOf(Jobs.job("train-7")), NOON);
        assertThat(TOKENS.open(token, QUERY, NOON))
                .isEqualTo(new OpenResult.Refused(TokenRefusal.OTHER_LISTING));
    }

    @Test
    void a_bound_that_moves_to_the_other_time_or_the_other_side_is_refused() {
        var query = Listings.page("CreationTimeAfter=2026-01-01T00:00:00Z").query();
        var token = TOKENS.seal(query, query.ordering().positionOf(Jobs.job("train-7")), NOON);

        for (String other :
                List.of("CreationTimeBefore", "LastModifiedTimeAfter", "LastModifiedTimeBefore")) {
            var moved = Listings.page(other + "=2026-01-01T00:00:00Z").query();
            assertThat(TOKENS.open(token, moved, NOON))
                    .as(other)
                    .isEqualTo(new OpenResult.Refused(TokenRefusal.OTHER_LISTING));
        }
    }

    @Test
    void a_text_that_looks_like_another_filter_is_refused() {
        var two = Listings.page("SortBy=Name", "NameContains=b", "StatusEquals=Failed").query();
        var one = Listings.page("SortBy=Name", "NameContains=bStatusEquals Failed").query();

        var token = TOKENS.seal(two, POSITION, NOON);

        assertThat(TOKENS.open(token, one, NOON))
                .isEqualTo(new OpenResult.Refused(TokenRefusal.OTHER_LISTING));
    }

    /// The lists of training jobs and of other jobs have the same members.
    @ParameterizedTest
    @ValueSource(strings = {"ListTrainingJobs", "ListTransformJobs", "listprocessingjobs", ""})
    void a_token_of_another_operation_with_the_same_members_is_refused(String operation) {
        var content = new TokenContent(NOON, Fingerprint.of(operation, QUERY), POSITION);

        assertThat(TOKENS.open(TOKENS.seal(content, QUERY.scope()), QUERY, NOON))
                .isEqualTo(new OpenResult.Refused(TokenRefusal.OTHER_LISTING));
    }

    @Test
    void another_account_or_region_is_refused() {
        for (Scope scope :
                List.of(
                        Jobs.ELSEWHERE,
                        Scope.of("123456789013", "eu-central-1"),
                        Scope.of("123456789012", "eu-central-2"))) {
            var foreign = new ListingQuery(scope, QUERY.filters(), QUERY.ordering());
            assertThat(TOKENS.open(TOKEN, foreign, NOON))
                    .as(scope.toString())
                    .isEqualTo(new OpenResult.Refused(TokenRefusal.NOT_AUTHENTIC));
        }
    }

    @Test
    void a_position_of_another_listing_s_sort_key_does_not_open() {
        var token = TOKENS.seal(QUERY, Ordering.DEFAULT.positionOf(Jobs.job("train-7")), NOON);

        assertThat(TOKENS.open(token, QUERY, NOON))
                .isEqualTo(new OpenResult.Refused(TokenRefusal.OTHER_LISTING));
    }

    @Test
    void the_size_of_the_page_may_change() {
        var larger = Listings.page(EVERYTHING.with("MaxResults=100")).query();

        assertThat(TOKENS.open(TOKEN, larger, NOON)).isEqualTo(AT_POSITION);
    }

    @Test
    void bounds_that_select_the_same_jobs_are_the_same_listing() {
        var sameMillisecond = EVERYTHING.with("CreationTimeAfter=2026-01-01T00:00:00.000999Z");

        assertThat(TOKENS.open(TOKEN, Listings.page(sameMillisecond).query(), NOON))
                .isEqualTo(AT_POSITION);
    }

    @Test
    void filters_in_another_order_are_the_same_listing() {
        var reversed = new ListingQuery(Jobs.SCOPE, QUERY.filters().reversed(), QUERY.ordering());

        assertThat(TOKENS.open(TOKEN, reversed, NOON)).isEqualTo(AT_POSITION);
    }

    private static void assertOther(Members members) {
        assertThat(TOKENS.open(TOKEN, Listings.page(members).query(), NOON))
                .isEqualTo(new OpenResult.Refused(TokenRefusal.OTHER_LISTING));
    }
}
