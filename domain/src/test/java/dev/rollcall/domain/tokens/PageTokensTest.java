package dev.rollcall.domain.tokens;

import static dev.rollcall.domain.jobs.Jobs.NOON;
import static dev.rollcall.domain.tokens.Tokens.key;
import static dev.rollcall.domain.tokens.Tokens.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rollcall.domain.internal.Milliseconds;
import dev.rollcall.domain.jobs.Jobs;
import dev.rollcall.domain.jobs.ProcessingJobName;
import dev.rollcall.domain.jobs.ProcessingJobStatus;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Listings;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;
import dev.rollcall.domain.tokens.PageTokens.OpenResult;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

/// What a page token promises to a client that does not change it.
class PageTokensTest {

    private static final Duration LIFETIME = PageTokens.DEFAULT_LIFETIME;
    private static final TokenKey KEY = key(1);
    private static final PageTokens TOKENS = tokens(KEY);

    private static final ListingQuery QUERY = Listings.page("SortBy=Name").query();
    private static final Position POSITION = new Position.ByName(new ProcessingJobName("train-7"));
    private static final OpenResult AT_POSITION = new OpenResult.Opened(POSITION);

    private static final String TOKEN = TOKENS.seal(QUERY, POSITION, NOON);

    @ParameterizedTest
    @MethodSource("dev.rollcall.domain.listings.Listings#orderings")
    void a_token_opens_at_the_position_it_was_sealed_for(Ordering ordering) {
        var query = Listings.all(ordering);
        var job = Jobs.job("a".repeat(63), ProcessingJobStatus.STOPPING, NOON.plusMillis(7));
        var position = ordering.positionOf(job);

        var token = TOKENS.seal(query, position, NOON);

        assertThat(TOKENS.open(token, query, NOON)).isEqualTo(new OpenResult.Opened(position));
    }

    @Test
    void a_token_is_valid_until_its_lifetime_has_passed() {
        assertThat(TOKENS.open(TOKEN, QUERY, NOON.plus(LIFETIME).minusMillis(1)))
                .isEqualTo(AT_POSITION);
        assertThat(TOKENS.open(TOKEN, QUERY, NOON.plus(LIFETIME)))
                .isEqualTo(new OpenResult.Refused(TokenRefusal.EXPIRED));
    }

    @Test
    void a_token_from_the_future_is_valid_as_far_as_clocks_may_differ() {
        var behind = NOON.minus(Duration.ofMinutes(5));

        assertThat(TOKENS.open(TOKEN, QUERY, behind)).isEqualTo(AT_POSITION);
        assertThat(TOKENS.open(TOKEN, QUERY, behind.minusNanos(1)))
                .isEqualTo(new OpenResult.Refused(TokenRefusal.NOT_YET_VALID));
    }

    @Test
    void no_time_and_no_lifetime_is_too_long_to_calculate_with() {
        var forever =
                new PageTokens(new TokenKeyRing(List.of(KEY)), Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(forever.open(TOKEN, QUERY, Instant.MAX)).isEqualTo(AT_POSITION);
        assertThat(TOKENS.open(TOKEN, QUERY, Instant.MAX))
                .isEqualTo(new OpenResult.Refused(TokenRefusal.EXPIRED));
        assertThat(TOKENS.open(TOKEN, QUERY, Instant.MIN))
                .isEqualTo(new OpenResult.Refused(TokenRefusal.NOT_YET_VALID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void a_lifetime_is_positive(Duration lifetime) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PageTokens(new TokenKeyRing(List.of(KEY)), lifetime));
    }

    @Test
    void a_token_of_an_old_key_opens_as_long_as_the_key_is_on_the_ring() {
        assertThat(tokens(key(2), KEY).open(TOKEN, QUERY, NOON)).isEqualTo(AT_POSITION);
        assertThat(tokens(key(2)).open(TOKEN, QUERY, NOON))
                .isEqualTo(new OpenResult.Refused(TokenRefusal.UNKNOWN_KEY));
    }

    @Test
    void the_first_key_of_the_ring_seals() {
        var token = tokens(key(2), KEY).seal(QUERY, POSITION, NOON);

        assertThat(tokens(key(2)).open(token, QUERY, NOON)).isEqualTo(AT_POSITION);
    }

    @Test
    void a_key_ring_needs_a_key() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenKeyRing(List.of()));
    }

    @Test
    void the_same_position_at_the_same_time_gives_the_same_token() {
        assertThat(tokens(key(1), key(2)).seal(QUERY, POSITION, NOON)).isEqualTo(TOKEN);
        assertThat(TOKENS.seal(QUERY, POSITION, NOON.plusMillis(1))).isNotEqualTo(TOKEN);
    }

    @ParameterizedTest
    @MethodSource("dev.rollcall.domain.listings.Listings#orderings")
    void no_two_tokens_of_a_walk_are_equal(Ordering ordering) {
        var jobs = Jobs.random(new Random(11), 100);
        var query = Listings.all(ordering);

        var tokens = new HashSet<String>();
        jobs.forEach(job -> tokens.add(TOKENS.seal(query, ordering.positionOf(job), NOON)));

        assertThat(tokens).hasSameSizeAs(jobs);
    }

    @ParameterizedTest
    @MethodSource("dev.rollcall.domain.listings.Listings#orderings")
    void all_tokens_have_the_same_length(Ordering ordering) {
        for (String name : List.of("a", "a".repeat(31), "a".repeat(63))) {
            for (Instant now : List.of(Instant.EPOCH, Milliseconds.MIN, Milliseconds.MAX)) {
                var position = ordering.positionOf(Jobs.job(name, now));
                assertThat(TOKENS.seal(Listings.all(ordering), position, now)).hasSize(196);
            }
        }
        assertThat(TOKEN).hasSize(196);
    }

    @Test
    void the_content_is_not_visible() {
        var name = "abcdefghijklmnopqrstuvwxyz".repeat(2);
        var query = Listings.all(new Ordering(SortKey.NAME, SortOrder.ASCENDING));
        var position = new Position.ByName(new ProcessingJobName(name));

        var bytes = Base64.getUrlDecoder().decode(TOKENS.seal(query, position, NOON));

        var seen = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int i = 0; i + 3 <= name.length(); i++) {
            assertThat(seen).doesNotContain(name.substring(i, i + 3));
        }
    }

    @Test
    void names_with_a_common_beginning_give_tokens_without() {
        var one = Base64.getUrlDecoder().decode(TOKEN);
        var other =
                Base64.getUrlDecoder()
                        .decode(
                                TOKENS.seal(
                                        QUERY,
                                        new Position.ByName(new ProcessingJobName("train-8")),
                                        NOON));

        assertThat(Arrays.mismatch(one, other)).isEqualTo(5);
        assertThat(Arrays.copyOfRange(one, 17, 25)).isNotEqualTo(Arrays.copyOfRange(other, 17, 25));
    }
}
