package dev.rollcall.domain.sinner;

import java.time.Instant;
import java.time.InstantSource;

/// A deliberate sinner: it reads the clock without a call to see, by reference.
public final class RuleThatHoldsAClock {

    private static final InstantSource CLOCK = Instant::now;

    boolean isExpired(Instant end) {
        return CLOCK.instant().isAfter(end);
    }
}
