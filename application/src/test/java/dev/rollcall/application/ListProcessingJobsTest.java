package dev.rollcall.application;

import static dev.rollcall.application.Jobs.NOON;
import static dev.rollcall.application.Jobs.SCOPE;
import static dev.rollcall.application.Jobs.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.application.ListingResult.Listed;
import dev.rollcall.domain.Criterion;
import dev.rollcall.domain.ListingRequest;
import dev.rollcall.domain.PageTokens;
import dev.rollcall.domain.ProcessingJob;
import dev.rollcall.domain.Scope;
import dev.rollcall.domain.Selection;
import dev.rollcall.domain.Slice;
import dev.rollcall.domain.TokenKey;
import dev.rollcall.domain.TokenKeyRing;
import dev.rollcall.domain.TokenRefusal;
import dev.rollcall.domain.Violation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListProcessingJobsTest {

    private static final List<ProcessingJob> JOBS = Jobs.some(25);
    private static final Duration PAGE_BUDGET = Duration.ofSeconds(2);
    private static final FindProcessingJobs ALL_AT_ONCE =
            (selection, budget) -> new Slice.Full(selection.from(JOBS));
    private static final FindProcessingJobs NEVER_ASKED =
            (selection, budget) -> {
                throw new AssertionError("asked for " + selection);
            };

    private final List<WorkBudget> budgets = new ArrayList<>();
    private Instant now = NOON;

    @Test
    void a_walk_hands_out_every_job_once_and_ends_without_a_token() {
        var listing = over(ALL_AT_ONCE);

        var first = listed(listing, request(10, Optional.empty()));
        var second = listed(listing, request(10, first.nextToken()));
        var third = listed(listing, request(10, second.nextToken()));

        assertThat(first.jobs()).isEqualTo(JOBS.subList(0, 10));
        assertThat(second.jobs()).isEqualTo(JOBS.subList(10, 20));
        assertThat(third).isEqualTo(new Listed(JOBS.subList(20, 25), Optional.empty()));
    }

    @Test
    void a_walk_may_change_the_size_of_its_pages() {
        var listing = over(ALL_AT_ONCE);

        var first = listed(listing, request(5, Optional.empty()));
        var rest = listed(listing, request(20, first.nextToken()));

        assertThat(rest).isEqualTo(new Listed(JOBS.subList(5, 25), Optional.empty()));
    }

    @Test
    void only_the_jobs_of_the_scope_are_listed() {
        var elsewhere = Scope.of("123456789012", "us-east-1");

        assertThat(over(ALL_AT_ONCE).list(elsewhere, request(10, Optional.empty())))
                .isEqualTo(new Listed(List.of(), Optional.empty()));
    }

    @Test
    void a_request_is_checked_before_its_token_is_opened() {
        assertThat(over(NEVER_ASKED).list(SCOPE, request(0, Optional.of("no token"))))
                .isEqualTo(
                        new ListingResult.Invalid(
                                List.of(new Violation.TooSmall("MaxResults", 0, 1))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no token"})
    void a_token_that_does_not_open_is_refused(String token) {
        assertThat(over(NEVER_ASKED).list(SCOPE, request(10, Optional.of(token))))
                .isEqualTo(new ListingResult.TokenRefused(TokenRefusal.MALFORMED));
    }

    @Test
    void a_token_of_another_listing_is_refused() {
        var token = listed(over(ALL_AT_ONCE), request(10, Optional.empty())).nextToken();

        assertThat(over(NEVER_ASKED).list(SCOPE, request(Optional.of("job"), 10, token)))
                .isEqualTo(new ListingResult.TokenRefused(TokenRefusal.OTHER_QUERY));
    }

    @Test
    void a_token_expires_by_the_clock_of_the_use_case() {
        var token = listed(over(ALL_AT_ONCE), request(10, Optional.empty())).nextToken();
        now = now.plus(PageTokens.DEFAULT_LIFETIME);

        assertThat(over(NEVER_ASKED).list(SCOPE, request(10, token)))
                .isEqualTo(new ListingResult.TokenRefused(TokenRefusal.EXPIRED));
    }

    @Test
    void a_listing_that_can_match_nothing_does_not_bother_the_store() {
        assertThat(over(NEVER_ASKED).list(SCOPE, request(Optional.of("%"), 10, Optional.empty())))
                .isEqualTo(new Listed(List.of(), Optional.empty()));
    }

    @Test
    void a_store_that_stops_is_asked_again_until_the_page_is_full() {
        var page = listed(over(examining(4, Duration.ZERO)), request(10, Optional.empty()));

        assertThat(page.jobs()).isEqualTo(JOBS.subList(0, 10));
        assertThat(budgets).hasSize(3);
    }

    @Test
    void each_call_may_take_what_is_left_of_the_page_s_time() {
        listed(over(examining(4, Duration.ofMillis(600))), request(10, Optional.empty()));

        assertThat(budgets)
                .extracting(WorkBudget::time)
                .containsExactly(
                        Duration.ofMillis(2000), Duration.ofMillis(1399), Duration.ofMillis(798));
        assertThat(budgets).extracting(WorkBudget::rows).containsOnly(1_000_000);
    }

    @Test
    void a_page_whose_time_is_spent_comes_short_and_has_a_token() {
        var page = listed(over(examining(2, Duration.ofSeconds(1))), request(10, Optional.empty()));

        assertThat(page.jobs()).isEqualTo(JOBS.subList(0, 4));
        assertThat(page.nextToken()).isPresent();
    }

    @Test
    void even_a_store_that_overdraws_the_time_moves_the_walk_on() {
        var page = listed(over(examining(1, Duration.ofHours(1))), request(10, Optional.empty()));

        assertThat(page.jobs()).isEqualTo(JOBS.subList(0, 1));
        assertThat(page.nextToken()).isPresent();
    }

    @Test
    void a_walk_of_short_and_empty_pages_still_hands_out_every_job_once() {
        var listing = over(examining(1, Duration.ofMillis(700)));
        var jobs = new ArrayList<ProcessingJob>();
        var tokens = new ArrayList<String>();
        int empty = 0;

        Optional<String> token = Optional.empty();
        do {
            var page = listed(listing, request(Optional.of("0"), 10, token));
            empty += page.jobs().isEmpty() ? 1 : 0;
            jobs.addAll(page.jobs());
            token = page.nextToken();
            token.ifPresent(tokens::add);
        } while (token.isPresent());

        assertThat(jobs)
                .isEqualTo(
                        JOBS.stream().filter(job -> job.name().value().contains("0")).toList());
        assertThat(empty).isPositive();
        assertThat(tokens).doesNotHaveDuplicates();
    }

    @Test
    void a_store_that_is_away_is_told_as_it_is() {
        var away = new StorageUnavailable("away", new IOException("cut"));
        var listing =
                over(
                        (selection, budget) -> {
                            throw away;
                        });

        assertThatThrownBy(() -> listing.list(SCOPE, request(10, Optional.empty())))
                .isSameAs(away);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void a_page_budget_is_positive(Duration budget) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new ListProcessingJobs(NEVER_ASKED, tokens(), budget, this::tick));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void a_work_budget_has_a_row_at_least(int rows) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkBudget(rows, Duration.ofSeconds(1)));
    }

    private ListProcessingJobs over(FindProcessingJobs store) {
        return new ListProcessingJobs(store, tokens(), PAGE_BUDGET, this::tick);
    }

    /// A clock that never tells the same time twice.
    private Instant tick() {
        now = now.plusMillis(1);
        return now;
    }

    private static PageTokens tokens() {
        var key = TokenKey.of(new byte[TokenKey.LENGTH]);
        return new PageTokens(new TokenKeyRing(List.of(key)), PageTokens.DEFAULT_LIFETIME);
    }

    private static Listed listed(
            ListProcessingJobs listing, ListingRequest request) {
        return (Listed) listing.list(SCOPE, request);
    }

    /// A store that examines a few jobs a call, matching or not, while the clock goes on.
    private FindProcessingJobs examining(int rows, Duration time) {
        return (selection, budget) -> {
            budgets.add(budget);
            assertThat(budgets).as("a walk without end").hasSizeLessThan(100);
            now = now.plus(time);
            var ahead = new Selection(withoutFilters(selection), selection.ordering(), rows);
            var examined = ahead.from(JOBS);
            var found = selection.from(examined);
            return examined.size() < rows
                    ? new Slice.Full(found)
                    : new Slice.Stopped(
                            found, selection.ordering().positionOf(examined.getLast()));
        };
    }

    private static List<Criterion> withoutFilters(Selection selection) {
        return selection.criteria().stream()
                .filter(criterion -> !(criterion instanceof Criterion.Filter))
                .toList();
    }
}
