package dev.rollcall.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// One line of a stream at a time, up to [#MAX_BYTES] of it.
public final class BoundedLine {

    /// The longest line. A record is far shorter.
    public static final int MAX_BYTES = 1 << 20;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean tooLong;

    /// Reads the next line, or the beginning of one that is too long; false at the end of the
    /// stream.
    boolean next(InputStream in) throws IOException {
        bytes.reset();
        int b = in.read();
        boolean found = b >= 0;
        for (; b >= 0 && b != '\n' && bytes.size() < MAX_BYTES; b = in.read()) {
            bytes.write(b);
        }
        tooLong = b >= 0 && b != '\n';
        return found;
    }

    /// Passes by the rest of a line that is too long.
    void skipRest(InputStream in) throws IOException {
        int b;
        do {
            b = in.read();
        } while (b >= 0 && b != '\n');
    }

    boolean tooLong() {
        return tooLong;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    boolean isBlank() {
        return text().isBlank();
    }

    /// Whether this is the first character that is not blank.
    boolean beginsWith(char first) {
        return text().stripLeading().startsWith(String.valueOf(first));
    }

    private String text() {
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
