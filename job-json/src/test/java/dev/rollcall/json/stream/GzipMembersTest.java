package dev.rollcall.json.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

class GzipMembersTest {

    private static final byte[] ONE = "one\n".getBytes(ISO_8859_1);
    private static final byte[] TWO = "two\n".getBytes(ISO_8859_1);

    static byte[] zipped(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    static byte[] joined(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    /// What was read before the stream ended or failed, and how it failed.
    private record Content(String text, String failure) {

        static Content of(InputStream in) {
            var read = new ByteArrayOutputStream();
            try (var members = new GzipMembers(in)) {
                byte[] buffer = new byte[7];
                for (int n; (n = members.read(buffer)) >= 0; ) {
                    read.write(buffer, 0, n);
                }
                return new Content(read.toString(ISO_8859_1), "");
            } catch (IOException e) {
                return new Content(read.toString(ISO_8859_1), String.valueOf(e.getMessage()));
            }
        }

        static Content of(byte[] bytes) {
            return of(new ByteArrayInputStream(bytes));
        }
    }

    /// Hands over a byte at a time, and never says that one is available.
    static InputStream trickling(byte[] bytes) {
        return new InputStream() {
            private int next;

            @Override
            public int read() {
                return next == bytes.length ? -1 : bytes[next++] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (next == bytes.length) {
                    return -1;
                }
                target[offset] = bytes[next++];
                return 1;
            }
        };
    }

    @Test
    void all_members_are_read_also_late_ones() {
        byte[] members = joined(zipped(ONE), zipped(new byte[0]), zipped(TWO));

        assertThat(Content.of(members)).isEqualTo(new Content("one\ntwo\n", ""));
        assertThat(Content.of(trickling(members))).isEqualTo(new Content("one\ntwo\n", ""));
    }

    @Test
    void what_follows_a_member_plain_is_read_too() {
        byte[] mixed = joined(zipped(ONE), TWO);

        assertThat(Content.of(mixed)).isEqualTo(new Content("one\ntwo\n", ""));
        assertThat(Content.of(trickling(mixed))).isEqualTo(new Content("one\ntwo\n", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "\u001f", "plain\n", "x\u001f\u008b"})
    void what_is_not_gzipped_is_its_own_content(String plain) {
        assertThat(Content.of(plain.getBytes(ISO_8859_1))).isEqualTo(new Content(plain, ""));
    }

    @Test
    void a_member_that_is_cut_anywhere_is_an_error_after_what_came_before() {
        byte[] second = zipped(TWO);
        for (int length = 2; length < second.length; length++) {
            var content = Content.of(joined(zipped(ONE), Arrays.copyOf(second, length)));

            assertThat(content.text()).as("cut at %d", length).startsWith("one\n");
            assertThat(content.failure()).isEqualTo("the gzip data ends too early");
        }
        assertThat(Content.of(joined(zipped(ONE), Arrays.copyOf(second, 1))))
                .isEqualTo(new Content("one\n\u001f", ""));
    }

    @Test
    void a_member_that_is_damaged_is_an_error() throws IOException {
        byte[] good = zipped("one two three".getBytes(ISO_8859_1));
        for (int at : new int[] {2, 3, good.length - 1, good.length - 5, 12}) {
            byte[] damaged = good.clone();
            damaged[at] ^= (byte) 0xe0;
            try (var members = new GzipMembers(new ByteArrayInputStream(damaged))) {
                assertThatThrownBy(members::readAllBytes)
                        .as("byte %d", at)
                        .isInstanceOfAny(ZipException.class, EOFException.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4, 0300616263",
        "8, 6e616d6500",
        "16, 637400",
        "2, 0000",
        "30, 0100ff6e0063000000"
    })
    void optional_parts_of_a_header_are_skipped(int flags, String parts) {
        byte[] member = zipped(ONE);
        byte[] header = Arrays.copyOf(member, 10);
        header[3] = (byte) flags;
        byte[] rest = Arrays.copyOfRange(member, 10, member.length);
        byte[] optional = HexFormat.of().parseHex(parts);

        assertThat(Content.of(joined(header, optional, rest))).isEqualTo(new Content("one\n", ""));
    }

    @Test
    void what_comes_before_the_damage_is_read_however_the_bytes_arrive() {
        byte[] header = Arrays.copyOf(zipped(ONE), 10);
        byte[] block = {0, 100, 0, ~100, ~0};
        byte[] noBlock = {0b110, 0, 0};
        byte[] damaged = joined(header, block, "x".repeat(100).getBytes(ISO_8859_1), noBlock);
        var read = Content.of(damaged);

        assertThat(read).isEqualTo(new Content("x".repeat(100), "the gzip data is damaged"));
        assertThat(Content.of(trickling(damaged))).isEqualTo(read);
    }

    @Test
    void single_bytes_can_be_read() throws IOException {
        try (var members = new GzipMembers(new ByteArrayInputStream(zipped(ONE)))) {
            assertThat(members.read()).isEqualTo('o');
            assertThat(members.readNBytes(3)).asString(ISO_8859_1).isEqualTo("ne\n");
            assertThat(members.read()).isEqualTo(-1);
        }
    }
}
