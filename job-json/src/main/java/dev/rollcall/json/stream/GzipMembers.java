package dev.rollcall.json.stream;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/// The content of a stream that may be gzipped: of all its members, one after the other, and of
/// what follows them plain. A stream that does not begin as gzip data does is its own content.
///
/// `java.util.zip.GZIPInputStream` ignores what follows a member if it is not one, or if it is one
/// that has not arrived yet: some versions of the JDK ask `available()`.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>
final class GzipMembers extends InputStream {

    private static final int MAGIC_1 = 0x1f;
    private static final int MAGIC_2 = 0x8b;
    private static final int DEFLATE = 8;

    private static final int HEADER_CHECKSUM = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int RESERVED = 0b1110_0000;

    /// Modification time, extra flags and operating system.
    private static final int UNUSED_HEADER_BYTES = 6;

    private enum Part {
        BETWEEN_MEMBERS,
        MEMBER,
        DAMAGED_MEMBER,
        PLAIN
    }

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int end;

    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private Part part = Part.BETWEEN_MEMBERS;

    /// @param in is not closed with this stream
    GzipMembers(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /// @throws IOException if a member is damaged or breaks off; what came before was returned
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            switch (part) {
                case BETWEEN_MEMBERS -> part = beginsMember() ? Part.MEMBER : Part.PLAIN;
                case MEMBER -> {
                    int count = inflate(target, offset, length);
                    if (count > 0) {
                        return count;
                    }
                    if (inflater.finished()) {
                        endMember();
                        part = Part.BETWEEN_MEMBERS;
                    }
                }
                case DAMAGED_MEMBER -> throw damaged();
                case PLAIN -> {
                    return readPlain(target, offset, length);
                }
            }
        }
    }

    /// Frees the memory outside the heap that inflating takes.
    @Override
    public void close() {
        inflater.end();
    }

    private boolean beginsMember() throws IOException {
        if (!has(2) || peek(0) != MAGIC_1 || peek(1) != MAGIC_2) {
            return false;
        }
        position += 2;
        readHeader();
        inflater.reset();
        checksum.reset();
        return true;
    }

    private void readHeader() throws IOException {
        int method = next();
        int flags = next();
        if (method != DEFLATE || (flags & RESERVED) != 0) {
            throw damaged();
        }
        skip(UNUSED_HEADER_BYTES);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        for (int text : new int[] {NAME, COMMENT}) {
            while ((flags & text) != 0 && next() != 0) {}
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skip(2);
        }
    }

    /// Some bytes of the member's content, or 0 if it takes more input to know of any, or none.
    private int inflate(byte[] target, int offset, int length) throws IOException {
        if (inflater.needsInput()) {
            require();
            inflater.setInput(buffer, position, end - position);
        }
        long before = inflater.getBytesWritten();
        try {
            inflater.inflate(target, offset, length);
        } catch (DataFormatException _) {
            part = Part.DAMAGED_MEMBER;
        }
        position = end - inflater.getRemaining();
        int count = (int) (inflater.getBytesWritten() - before);
        checksum.update(target, offset, count);
        if (count == 0 && inflater.needsDictionary()) {
            part = Part.DAMAGED_MEMBER;
        }
        return count;
    }

    private void endMember() throws IOException {
        int expectedChecksum = nextInt();
        int expectedLength = nextInt();
        if (expectedChecksum != (int) checksum.getValue()
                || expectedLength != (int) inflater.getBytesWritten()) {
            throw damaged();
        }
    }

    private int readPlain(byte[] target, int offset, int length) throws IOException {
        if (!has(1)) {
            return -1;
        }
        int count = Math.min(length, end - position);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    private int nextInt() throws IOException {
        return next() | next() << 8 | next() << 16 | next() << 24;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            next();
        }
    }

    private int next() throws IOException {
        require();
        return buffer[position++] & 0xff;
    }

    private int peek(int ahead) {
        return buffer[position + ahead] & 0xff;
    }

    private void require() throws IOException {
        if (!has(1)) {
            throw new EOFException("the gzip data ends too early");
        }
    }

    /// Whether so many bytes are left; they are in the buffer then.
    private boolean has(int count) throws IOException {
        while (end - position < count) {
            if (position > 0) {
                System.arraycopy(buffer, position, buffer, 0, end - position);
                end -= position;
                position = 0;
            }
            int read = in.read(buffer, end, buffer.length - end);
            if (read < 0) {
                return false;
            }
            end += read;
        }
        return true;
    }

    private static ZipException damaged() {
        return new ZipException("the gzip data is damaged");
    }
}
