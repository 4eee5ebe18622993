package dev.rollcall.json.stream;

import java.io.IOException;

/// A stream cannot be read to its end.
public final class BrokenStream extends IOException {

    private static final long serialVersionUID = 1L;

    private final long line;

    BrokenStream(long line, IOException cause) {
        super(cause.getMessage(), cause);
        this.line = line;
    }

    /// The line of its text, counted from 1, in which it breaks off.
    public long line() {
        return line;
    }
}
