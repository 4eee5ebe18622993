package dev.rollcall.cli.importing;

import dev.rollcall.json.stream.Refusal;

import java.io.PrintWriter;
import java.util.Optional;

/// Prints what is refused, the first hundred of it, and counts all.
final class Refusals {

    private static final int PRINTED = 100;

    private final PrintWriter err;
    private int printed;
    private long count;
    private long notPrinted;

    Refusals(PrintWriter err) {
        this.err = err;
    }

    /// @param stream what to call the stream that it comes from
    void add(String stream, Refusal refusal) {
        String lines = refusal.lines() == 1 ? "" : " (%d lines)".formatted(refusal.lines());
        add(
                "%s:%s: %s%s".formatted(stream, refusal.at(), refusal.reason(), lines),
                refusal.lines());
    }

    /// A record that was refused where it was to be recorded.
    void add(String reason) {
        add("refused: " + reason, 1);
    }

    private void add(String sentence, long lines) {
        count += lines;
        if (printed == PRINTED) {
            notPrinted += lines;
        } else {
            printed++;
            err.println(sentence);
        }
    }

    /// How many records or lines were refused.
    long count() {
        return count;
    }

    /// How many of them were not printed; empty if all were.
    Optional<String> rest() {
        return notPrinted == 0
                ? Optional.empty()
                : Optional.of("and %d more were refused".formatted(notPrinted));
    }
}
