package dev.rollcall.domain.sinner;

import java.time.Instant;

/// A deliberate sinner: time must come in as an argument.
public final class RuleThatReadsTheClock {

    boolean isExpired(Instant end) {
        return Instant.now().isAfter(end);
    }
}
