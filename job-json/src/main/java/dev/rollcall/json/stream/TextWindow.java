package dev.rollcall.json.stream;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The text of a stream, of which little is in memory at a time: what was decoded last, and all
/// since a mark, up to [#MAX_MARKED] characters. One may go back in that.
///
/// Characters have offsets, counted from 0. Bytes that are none in the text's encoding become
/// `U+FFFD`.
final class TextWindow {

    /// How much text since a mark is in memory. A mark before more than that is lost. It is room
    /// for a job's details ([dev.rollcall.domain.jobs.JobDetails#MAX_BYTES]) with every character
    /// escaped, which makes six of one.
    static final int MAX_MARKED = 1 << 21;

    /// In UTF-16 units. The decoder gives no half of one.
    private static final int LONGEST_CHARACTER = 2;

    private static final int NONE = -1;
    private static final char REPLACEMENT = '\uFFFD';

    private final InputStream in;
    private final ByteBuffer bytes;
    private CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private boolean bytesEnd;
    private Optional<IOException> failure = Optional.empty();

    private char[] chars;
    private int position;
    private int end;
    private int mark = NONE;

    /// How many characters came before those in memory.
    private long discarded;

    private long lastMalformed = NONE;
    private final LineCount atBegin = new LineCount();
    private final LineCount atMark = new LineCount();
    private final LineCount reached = new LineCount();

    /// @param bufferBytes how much of the stream is decoded at once, at least [Encodings#BYTES]
    TextWindow(InputStream in, int bufferBytes) {
        this.in = in;
        this.bytes = ByteBuffer.allocate(bufferBytes).flip();
        this.chars = new char[bufferBytes];
    }

    /// The next character, or -1 at the end of the text.
    int next() {
        return position < end || fill() ? chars[position++] : -1;
    }

    /// Takes back the last character that was read.
    void back() {
        position--;
    }

    /// How many characters were read: the offset of the next.
    long offset() {
        return discarded + position;
    }

    /// Goes to an offset in memory.
    void moveTo(long offset) {
        position = (int) (offset - discarded);
    }

    /// Keeps the text from an offset on in memory: that of the next character, or of the last one.
    void mark(long offset) {
        mark = (int) (offset - discarded);
        atMark.copy(lines(mark));
    }

    /// The text since the mark; empty if that is longer than [#MAX_MARKED]. It is good until more
    /// is read.
    Optional<CharBuffer> marked() {
        return mark == NONE || position - mark > MAX_MARKED
                ? Optional.empty()
                : Optional.of(CharBuffer.wrap(chars, mark, position - mark));
    }

    /// Whether the text since the mark has an expected one at an offset.
    boolean holds(long offset, String expected) {
        int from = (int) (offset - discarded);
        return marked().isPresent()
                && end - from >= expected.length()
                && expected.contentEquals(CharBuffer.wrap(chars, from, expected.length()));
    }

    void unmark() {
        mark = NONE;
    }

    /// Whether bytes were replaced in the text from an offset on.
    boolean malformedSince(long offset) {
        return lastMalformed >= offset;
    }

    Charset encoding() {
        return decoder.charset();
    }

    /// Where a character of the text in memory is.
    Place place(long offset) {
        return lines((int) (offset - discarded)).place(offset);
    }

    /// Why the text ends before the stream does.
    Optional<IOException> failure() {
        return failure;
    }

    /// Decodes more text; false if there is none.
    private boolean fill() {
        makeRoom();
        while (!decode()) {
            if (bytesEnd) {
                return false;
            }
            readBytes();
        }
        return true;
    }

    private void makeRoom() {
        if (mark != NONE && position - mark > MAX_MARKED) {
            mark = NONE;
        }
        int from = mark == NONE ? position : mark;
        if (from > 0) {
            atBegin.copy(lines(from));
            System.arraycopy(chars, from, chars, 0, end - from);
            position -= from;
            end -= from;
            mark = mark == NONE ? NONE : 0;
            discarded += from;
            atBegin.index = 0;
            atMark.copy(atBegin);
            reached.copy(atBegin);
        }
        if (chars.length - end < LONGEST_CHARACTER) {
            chars = Arrays.copyOf(chars, 2 * chars.length);
        }
    }

    private boolean decode() {
        var out = CharBuffer.wrap(chars, end, chars.length - end);
        CoderResult result = decoder.decode(bytes, out, bytesEnd && failure.isEmpty());
        end = out.position();
        if (end == position && result.isError()) {
            bytes.position(bytes.position() + result.length());
            lastMalformed = discarded + end;
            chars[end++] = REPLACEMENT;
        }
        return end > position;
    }

    private void readBytes() {
        boolean first = offset() == 0;
        bytes.compact();
        try {
            do {
                int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
                bytesEnd = count < 0;
                bytes.position(bytes.position() + Math.max(0, count));
            } while (first && !bytesEnd && bytes.position() < Encodings.BYTES);
        } catch (IOException e) {
            failure = Optional.of(e);
            bytesEnd = true;
        }
        bytes.flip();
        if (first) {
            decoder = Encodings.of(bytes).newDecoder();
        }
    }

    /// The count of lines up to an index. Whoever goes back goes behind the last mark, so what is
    /// counted again is short.
    private LineCount lines(int index) {
        if (index < reached.index) {
            reached.copy(index < atMark.index ? atBegin : atMark);
        }
        reached.count(chars, index, discarded);
        return reached;
    }

    /// How many lines there are before a character.
    private static final class LineCount {

        private int index;
        private long line = 1;
        private long lineStart;
        private boolean blank = true;

        void copy(LineCount other) {
            index = other.index;
            line = other.line;
            lineStart = other.lineStart;
            blank = other.blank;
        }

        void count(char[] chars, int to, long discarded) {
            for (; index < to; index++) {
                if (chars[index] == '\n') {
                    line++;
                    lineStart = discarded + index + 1;
                    blank = true;
                } else {
                    blank &= chars[index] <= ' ' || chars[index] == '\uFEFF';
                }
            }
        }

        Place place(long offset) {
            return new Place(line, offset - lineStart + 1, blank);
        }
    }
}
