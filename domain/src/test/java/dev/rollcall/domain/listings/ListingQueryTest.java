package dev.rollcall.domain.listings;

import static dev.rollcall.domain.jobs.Jobs.NOON;
import static dev.rollcall.domain.jobs.Jobs.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.domain.jobs.Jobs;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.listings.Criterion.After;
import dev.rollcall.domain.listings.Criterion.Before;
import dev.rollcall.domain.listings.Criterion.NameContains;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

class ListingQueryTest {

    private static final Ordering BY_NAME = new Ordering(SortKey.NAME, SortOrder.DESCENDING);

    @Test
    void a_selection_has_the_scope_the_filters_and_the_position_to_begin_at() {
        var filter = new NameContains("a");
        var query = new ListingQuery(Jobs.SCOPE, List.of(filter), BY_NAME);
        var position = BY_NAME.positionOf(job("m"));

        assertThat(query.select(Optional.of(position), 7))
                .isEqualTo(
                        new Selection(
                                List.of(
                                        new Criterion.InScope(Jobs.SCOPE),
                                        filter,
                                        new Criterion.Beyond(position, SortOrder.DESCENDING)),
                                BY_NAME,
                                7));
        assertThat(query.select(Optional.of(position), 7).scope()).isEqualTo(Jobs.SCOPE);
        assertThat(query.select(Optional.empty(), 7).criteria())
                .containsExactly(new Criterion.InScope(Jobs.SCOPE), filter);
    }

    @Test
    void a_selection_picks_the_first_jobs_that_match_every_criterion() {
        var elsewhere = job(Jobs.ELSEWHERE, "a4", ProcessingJobStatus.FAILED, NOON, NOON);
        var jobs =
                List.of(job("a1"), job("b"), job("a3"), elsewhere, job("a2"), job("a5"), job("a0"));
        var query = new ListingQuery(Jobs.SCOPE, List.of(new NameContains("a")), BY_NAME);
        var from = Optional.of(BY_NAME.positionOf(job("a4")));

        assertThat(query.select(from, 3).from(jobs))
                .containsExactly(job("a3"), job("a2"), job("a1"));
        assertThat(query.select(from, 5).from(jobs)).hasSize(4);
        assertThat(query.select(from, 5).matches(job("a5"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void a_selection_asks_for_at_least_one_job(int limit) {
        var query = Listings.all(BY_NAME);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> query.select(Optional.empty(), limit));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"_", "%", " ", ".", "a b", "é", "😀", "\n", "a/b", "@", "[", "`", "{", ":"})
    void nothing_matches_a_text_with_a_character_that_no_name_has(String text) {
        assertThat(Listings.filtered(new NameContains(text)).matchesNothing()).isTrue();
    }

    @Test
    void nothing_matches_a_text_longer_than_any_name() {
        assertThat(Listings.filtered(new NameContains("a".repeat(64))).matchesNothing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "z", "A", "Z", "0", "9", "-", "--", "", "a-Z"})
    void a_text_that_a_name_can_contain_may_match(String text) {
        assertThat(Listings.filtered(new NameContains(text)).matchesNothing()).isFalse();
    }

    @Test
    void a_text_as_long_as_the_longest_name_may_match() {
        var longest = "a".repeat(63);

        assertThat(Listings.filtered(new NameContains(longest)).matchesNothing()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void nothing_matches_bounds_only_if_no_millisecond_is_between_them(TimeField field) {
        var everyMillisecond =
                IntStream.range(-5, 10).mapToObj(i -> job("j", NOON.plusMillis(i))).toList();
        for (int after = 0; after < 10; after++) {
            for (int before = -10; before < 40; before++) {
                var later = new After(field, NOON.plusNanos(after * 250_000L));
                var earlier = new Before(field, NOON.plusNanos(before * 250_000L));
                boolean nothing =
                        everyMillisecond.stream()
                                .noneMatch(job -> later.matches(job) && earlier.matches(job));

                assertThat(Listings.filtered(later, earlier).matchesNothing())
                        .as("after %s, before %s", later.time(), earlier.time())
                        .isEqualTo(nothing)
                        .isEqualTo(Listings.filtered(earlier, later).matchesNothing());
            }
        }
    }

    @Test
    void bounds_of_different_times_do_not_exclude_each_other() {
        var query =
                Listings.filtered(
                        new After(TimeField.LAST_MODIFIED_TIME, NOON),
                        new Before(TimeField.CREATION_TIME, NOON));

        assertThat(query.matchesNothing()).isFalse();
    }

    @Test
    void one_bound_alone_or_a_status_may_match() {
        assertThat(
                        List.of(
                                Listings.filtered(),
                                Listings.filtered(new After(TimeField.CREATION_TIME, NOON)),
                                Listings.filtered(new Before(TimeField.CREATION_TIME, NOON)),
                                Listings.filtered(
                                        new Criterion.StatusIs(ProcessingJobStatus.FAILED))))
                .noneMatch(ListingQuery::matchesNothing);
    }

    @Test
    void a_query_that_says_it_matches_nothing_matches_nothing() {
        int impossible = 0;
        for (long seed = 0; seed < 1_000; seed++) {
            var random = new Random(seed);
            var query = Listings.random(random);
            if (query.matchesNothing()) {
                impossible++;
                assertThat(query.select(Optional.empty(), 1).from(Jobs.random(random, 100)))
                        .as("seed %d: %s", seed, query)
                        .isEmpty();
            }
        }
        assertThat(impossible).isGreaterThan(100);
    }
}
