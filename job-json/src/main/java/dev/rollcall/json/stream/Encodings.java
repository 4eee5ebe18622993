package dev.rollcall.json.stream;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_32BE;
import static java.nio.charset.StandardCharsets.UTF_32LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;

/// Tells in which encoding of Unicode a text is that begins with a character of ASCII or with a
/// byte order mark.
final class Encodings {

    /// How many bytes tell the encoding.
    static final int BYTES = 4;

    private static final int BYTE_ORDER_MARK = 0xfeff;
    private static final int BYTE_ORDER_MARK_OF_UTF_16LE = 0xfffe;

    private Encodings() {}

    /// The encoding of a text.
    ///
    /// @param bytes its first [#BYTES], or all of them
    static Charset of(ByteBuffer bytes) {
        byte[] first = {' ', ' ', ' ', ' '};
        bytes.get(bytes.position(), first, 0, Math.min(BYTES, bytes.remaining()));
        int one = first[0] & 0xff;
        int two = first[1] & 0xff;
        int pair = one << 8 | two;
        boolean secondPairIsZero = first[2] == 0 && first[3] == 0;
        if (pair == 0) {
            return secondPairIsZero ? UTF_8 : UTF_32BE;
        }
        if (pair == BYTE_ORDER_MARK || one == 0) {
            return UTF_16BE;
        }
        if (pair == BYTE_ORDER_MARK_OF_UTF_16LE || two == 0) {
            return secondPairIsZero ? UTF_32LE : UTF_16LE;
        }
        return UTF_8;
    }
}
