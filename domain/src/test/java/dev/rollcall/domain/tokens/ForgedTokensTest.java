package dev.rollcall.domain.tokens;

import static dev.rollcall.domain.jobs.Jobs.NOON;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.Jobs;
import dev.rollcall.domain.listings.ListingQuery;
import dev.rollcall.domain.listings.Listings;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.Position;
import dev.rollcall.domain.tokens.PageTokens.OpenResult;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Base64;
import java.util.Random;

/// A token that was not sealed here, or that was changed, is refused.
class ForgedTokensTest {

    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static final PageTokens TOKENS = Tokens.tokens(Tokens.key(1));

    private static final ListingQuery QUERY = Listings.all(Ordering.DEFAULT);
    private static final Position POSITION = Ordering.DEFAULT.positionOf(Jobs.job("train-7"));
    private static final String TOKEN = TOKENS.seal(QUERY, POSITION, NOON);

    @Test
    void no_bit_of_a_token_can_be_flipped() {
        byte[] bytes = Base64.getUrlDecoder().decode(TOKEN);
        for (int i = 0; i < bytes.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = bytes.clone();
                flipped[i] ^= (byte) (1 << bit);
                assertThat(open(encode(flipped)))
                        .as("bit %d of byte %d", bit, i)
                        .isEqualTo(new OpenResult.Refused(refusalOfByte(i)));
            }
        }
    }

    private static TokenRefusal refusalOfByte(int i) {
        if (i == 0) {
            return TokenRefusal.UNKNOWN_VERSION;
        }
        return i < 5 ? TokenRefusal.UNKNOWN_KEY : TokenRefusal.NOT_AUTHENTIC;
    }

    @Test
    void no_character_of_a_token_can_be_replaced() {
        for (int i = 0; i < TOKEN.length(); i++) {
            for (int c : ALPHABET.chars().toArray()) {
                var replaced = TOKEN.substring(0, i) + (char) c + TOKEN.substring(i + 1);
                if (!replaced.equals(TOKEN)) {
                    assertThat(open(replaced)).as(replaced).isInstanceOf(OpenResult.Refused.class);
                }
            }
        }
    }

    @Test
    void a_part_of_a_token_is_malformed() {
        for (int length = 0; length < TOKEN.length(); length++) {
            assertMalformed(TOKEN.substring(0, length));
            assertMalformed(TOKEN.substring(TOKEN.length() - length));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "=", "==", "AAAA", " ", "\n", "\u0000", "é", "😀"})
    void a_token_with_anything_before_or_after_it_is_malformed(String more) {
        assertMalformed(TOKEN + more);
        assertMalformed(more + TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "/", "=", ".", "~", "%", " ", "\n", "\r", "\t", "\u0000", "é"})
    void a_character_outside_the_alphabet_is_malformed_at_every_place(String c) {
        for (int i = 0; i < TOKEN.length(); i++) {
            assertMalformed(TOKEN.substring(0, i) + c + TOKEN.substring(i + 1));
        }
    }

    @Test
    void padding_in_place_of_the_last_characters_is_malformed() {
        assertMalformed(TOKEN.substring(0, TOKEN.length() - 2) + "==");
        assertMalformed(TOKEN.substring(0, TOKEN.length() - 4) + "AA==");
    }

    @Test
    void a_surrogate_pair_in_place_of_two_characters_is_malformed() {
        assertMalformed("😀" + TOKEN.substring(2));
        assertMalformed("\uD83D" + TOKEN.substring(1));
    }

    @Test
    void the_alphabet_of_plain_base64_is_malformed() {
        var plain = Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(TOKEN));

        assertThat(plain).isNotEqualTo(TOKEN).hasSameSizeAs(TOKEN);
        assertMalformed(plain);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 195, 197, 392, 8192, 8193, 1_000_000})
    void a_text_of_another_length_is_malformed(int length) {
        assertMalformed("A".repeat(length));
    }

    @Test
    void a_text_of_the_right_length_has_an_unknown_version() {
        assertThat(open("A".repeat(TOKEN.length())))
                .isEqualTo(new OpenResult.Refused(TokenRefusal.UNKNOWN_VERSION));
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, 2, 3, 127, -128, -1})
    void another_version_is_unknown(byte version) {
        byte[] bytes = Base64.getUrlDecoder().decode(TOKEN);
        bytes[0] = version;

        assertThat(open(encode(bytes)))
                .isEqualTo(new OpenResult.Refused(TokenRefusal.UNKNOWN_VERSION));
    }

    @Test
    void parts_of_two_tokens_make_no_valid_token() {
        var other = TOKENS.seal(QUERY, POSITION, NOON.plusMillis(1));
        for (int i = 1; i < TOKEN.length(); i++) {
            var mixed = TOKEN.substring(0, i) + other.substring(i);
            if (!mixed.equals(TOKEN) && !mixed.equals(other)) {
                assertThat(open(mixed)).as(mixed).isInstanceOf(OpenResult.Refused.class);
            }
        }
    }

    @Test
    void any_string_gives_a_refusal_and_never_an_exception() {
        long seed = 20_260_301;
        var random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            var forged = random.nextBoolean() ? noise(random) : mutation(random);
            if (!forged.equals(TOKEN)) {
                assertThat(open(forged))
                        .as("seed %d, attempt %d: %s", seed, i, forged)
                        .isInstanceOf(OpenResult.Refused.class);
            }
        }
    }

    private static String noise(Random random) {
        int length = random.nextInt(4) == 0 ? random.nextInt(400) : TOKEN.length();
        int highest = Jobs.oneOf(random, 0x7F, 0xFF, Character.MAX_CODE_POINT);
        var noise = new StringBuilder();
        while (noise.length() < length) {
            noise.appendCodePoint(random.nextInt(highest + 1));
        }
        return noise.toString();
    }

    private static String mutation(Random random) {
        var text = new StringBuilder(TOKEN);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(text.length());
            char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, c);
                case 1 -> text.insert(at, c);
                case 2 -> text.deleteCharAt(at);
                default -> text.setCharAt(at, (char) random.nextInt(Character.MAX_VALUE + 1));
            }
        }
        return text.toString();
    }

    private static void assertMalformed(String token) {
        assertThat(open(token)).as(token).isEqualTo(new OpenResult.Refused(TokenRefusal.MALFORMED));
    }

    private static OpenResult open(String token) {
        return TOKENS.open(token, QUERY, NOON);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
