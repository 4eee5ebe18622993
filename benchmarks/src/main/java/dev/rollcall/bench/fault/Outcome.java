package dev.rollcall.bench.fault;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What came out of a fault.
///
/// @param load who used the server meanwhile
/// @param recovery the longest time from the end of the fault until every client was served again
record Outcome(String load, Tally.Counts counts, Duration recovery) {

    static final String HEAD =
            """
            | name | load | fault | requests | refused | without answer | lost | wrong | longest \
            answer | recovered after |
            |---|---|---|---|---|---|---|---|---|---|\
            """;

    boolean isGood() {
        return counts.lost() == 0 && counts.wrong() == 0;
    }

    String row(Scenario scenario) {
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %s | %,d | %,d | %,d | %,d | %,d | %.1f s | %.1f s |",
                scenario.name(),
                load,
                scenario.fault(),
                counts.requests(),
                counts.refused(),
                counts.cut(),
                counts.lost(),
                counts.wrong(),
                counts.longest().toMillis() / 1e3,
                recovery.toMillis() / 1e3);
    }

    /// What was wrong, at first.
    List<String> words() {
        return counts.words();
    }
}
