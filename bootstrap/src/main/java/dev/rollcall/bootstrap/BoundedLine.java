package dev.rollcall.bootstrap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// One line of a stream at a time; what is beyond [#MAX_BYTES] of it is dropped.
final class BoundedLine {

    /// The longest line. A record is far shorter.
    static final int MAX_BYTES = 1 << 20;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean tooLong;

    /// Reads the next line; false at the end of the stream.
    boolean next(InputStream in) throws IOException {
        bytes.reset();
        tooLong = false;
        int b = in.read();
        if (b < 0) {
            return false;
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (bytes.size() < MAX_BYTES) {
                bytes.write(b);
            } else {
                tooLong = true;
            }
        }
        return true;
    }

    boolean tooLong() {
        return tooLong;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    boolean isBlank() {
        return bytes.toString(StandardCharsets.ISO_8859_1).isBlank();
    }
}
