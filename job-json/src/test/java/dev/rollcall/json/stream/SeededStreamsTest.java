package dev.rollcall.json.stream;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random streams: whole pieces among pieces that are cut off, and bytes that are changed.
class SeededStreamsTest {

    private static final List<String> ENCODINGS = List.of("UTF-8", "UTF-16LE", "UTF-32BE");

    @ParameterizedTest
    @ValueSource(longs = {141, 142, 143, 144})
    void no_whole_record_that_begins_a_line_is_lost_and_none_is_made_up(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            var pieces = new RandomPieces(random);
            var text = new StringBuilder();
            List<String> whole = new ArrayList<>();
            for (int i = 1 + random.nextInt(6); i > 0; i--) {
                var piece =
                        switch (random.nextInt(4)) {
                            case 0 -> pieces.cut();
                            case 1 -> pieces.other();
                            default -> pieces.piece();
                        };
                text.append(piece.text());
                whole.addAll(piece.names());
            }

            List<String> found = Found.in(text.toString());

            List<String> names = names(found);
            assertThat(names)
                    .as("seed %d, round %d:%n%s", seed, round, text)
                    .doesNotHaveDuplicates()
                    .filteredOn(whole::contains)
                    .isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {145, 146})
    void a_stream_of_whole_pieces_is_read_in_order_and_nothing_is_refused(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var pieces = new RandomPieces(random);
            var text = new StringBuilder();
            List<String> whole = new ArrayList<>();
            for (int i = 1 + random.nextInt(6); i > 0; i--) {
                var piece = pieces.piece();
                text.append(piece.text());
                whole.addAll(piece.names());
            }
            var charset = Charset.forName(ENCODINGS.get(random.nextInt(ENCODINGS.size())));
            byte[] bytes = text.toString().getBytes(charset);

            List<String> found =
                    Found.in(random.nextBoolean() ? bytes : GzipMembersTest.zipped(bytes));

            assertThat(found)
                    .as("seed %d, round %d, %s:%n%s", seed, round, charset, text)
                    .noneMatch(it -> it.contains(" refused: "));
            assertThat(names(found)).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {147, 148})
    void what_is_found_does_not_depend_on_how_the_bytes_arrive(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            byte[] bytes = changed(random);
            var expected = Found.in(bytes);

            assertThat(Found.in(GzipMembersTest.trickling(bytes)))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(expected);
            assertThat(Found.in(inChunks(bytes, random)))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(expected);
        }
    }

    /// Whole and cut pieces, gzipped or not, of which some bytes are changed.
    private static byte[] changed(Random random) {
        var pieces = new RandomPieces(random);
        var text = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            text.append((random.nextBoolean() ? pieces.piece() : pieces.cut()).text());
        }
        byte[] bytes = text.toString().getBytes(UTF_8);
        bytes =
                switch (random.nextInt(4)) {
                    case 0 -> GzipMembersTest.zipped(bytes);
                    case 1 -> GzipMembersTest.joined(GzipMembersTest.zipped(bytes), bytes);
                    default -> bytes;
                };
        for (int i = random.nextInt(4); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static InputStream inChunks(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(40)));
            }
        };
    }

    private static List<String> names(List<String> found) {
        return found.stream()
                .filter(it -> it.matches("\\S+ job-\\d+"))
                .map(it -> it.substring(it.indexOf(' ') + 1))
                .toList();
    }
}
