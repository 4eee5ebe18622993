package dev.rollcall.cli.errors;

import java.io.IOException;

/// Standard output could not be written: what a command printed is lost, or a part of it.
public final class OutputFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// What to do about it.
    public static final String RECOMMENDED_ACTION =
            "check where the output goes, and run the command again.";

    private final boolean hasNoReader;

    /// @param hasNoReader whether it went to a program that has stopped to read
    public OutputFailure(IOException cause, boolean hasNoReader) {
        super("The output could not be written: " + cause.getMessage(), cause);
        this.hasNoReader = hasNoReader;
    }

    /// Whether the output went to a program that has stopped reading, as `head` does: nobody wants
    /// the rest, and so nothing is wrong.
    public boolean hasNoReader() {
        return hasNoReader;
    }
}
