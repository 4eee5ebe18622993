package dev.rollcall.domain.tokens;

import static dev.rollcall.domain.jobs.Jobs.NOON;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.domain.jobs.Jobs;
import dev.rollcall.domain.listings.Listings;
import dev.rollcall.domain.listings.Ordering;
import dev.rollcall.domain.listings.SortKey;
import dev.rollcall.domain.listings.SortOrder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;

/// Only the owner of a key can write a token's content; even so, an invalid content is refused.
class TokenContentTest {

    private static final int KIND = 40;
    private static final int KEY_VALUE = 41;
    private static final int NAME_LENGTH = 49;
    private static final int NAME = 50;

    @ParameterizedTest
    @MethodSource("dev.rollcall.domain.listings.Listings#orderings")
    void what_was_written_is_read(Ordering ordering) {
        var position = ordering.positionOf(Jobs.job("train-7"));

        var read = TokenContent.parse(content(ordering, "train-7")).orElseThrow();

        assertThat(read.issued()).isEqualTo(NOON);
        assertThat(read.position()).isEqualTo(position);
        assertThat(read.isFor(Listings.all(ordering))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Name, 1, 0", "CreationTime, 2, 1772366400000", "Status, 3, 30"})
    void the_layout_is_the_documented_one(String sortBy, byte kind, long keyValue) {
        var key = SortKey.ofWireName(sortBy).orElseThrow();

        var bytes = content(new Ordering(key, SortOrder.ASCENDING), "train-7");

        assertThat(bytes).hasSize(114);
        assertThat(ByteBuffer.wrap(bytes).getLong()).isEqualTo(1_772_366_400_000L);
        assertThat(bytes[KIND]).isEqualTo(kind);
        assertThat(ByteBuffer.wrap(bytes).getLong(KEY_VALUE)).isEqualTo(keyValue);
        assertThat(bytes[NAME_LENGTH]).isEqualTo((byte) 7);
        assertThat(new String(bytes, NAME, 64, StandardCharsets.US_ASCII))
                .isEqualTo("train-7" + "\0".repeat(57));
    }

    @ParameterizedTest
    @CsvSource({
        "Name, 40, 0",
        "Name, 40, 4",
        "Name, 40, 3",
        "Name, 41, 1",
        "Name, 48, 1",
        "Status, 44, 1",
        "Status, 48, 31",
        "Name, 49, 0",
        "Name, 49, 6",
        "Name, 49, 8",
        "Name, 49, 64",
        "Name, 49, 65",
        "Name, 49, 255",
        "Name, 50, 45",
        "Name, 55, 95",
        "Name, 55, 0",
        "Name, 57, 65",
        "Name, 113, 1"
    })
    void what_was_never_written_is_not_read(String sortBy, int at, int value) {
        var ordering = new Ordering(SortKey.ofWireName(sortBy).orElseThrow(), SortOrder.ASCENDING);
        byte[] bytes = content(ordering, "train-7");
        bytes[at] = (byte) value;

        assertThat(TokenContent.parse(bytes)).isEmpty();
    }

    @Test
    void bytes_are_read_only_if_writing_gives_them_again() {
        long seed = 5;
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            var bytes = content(Ordering.DEFAULT, "a");
            for (int j = random.nextInt(4); j >= 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Optional<byte[]> again = TokenContent.parse(bytes).map(TokenContent::toBytes);
            assertThat(again.orElse(bytes)).as("seed %d, attempt %d", seed, i).isEqualTo(bytes);
        }
    }

    private static byte[] content(Ordering ordering, String name) {
        var position = ordering.positionOf(Jobs.job(name));
        return new TokenContent(NOON, Fingerprint.of(Listings.all(ordering)), position).toBytes();
    }
}
