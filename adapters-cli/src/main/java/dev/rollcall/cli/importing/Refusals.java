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
        count += refusal.lines();
        if (printed == PRINTED) {
            notPrinted += refusal.lines();
            return;
        }
        printed++;
        err.println(
                "%s:%s: %s%s"
                        .formatted(
                                stream,
                                refusal.at(),
                                refusal.reason(),
                                refusal.lines() == 1
                                        ? ""
                                        : " (%d lines)".formatted(refusal.lines())));
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
