package dev.rollcall.domain.sinner;

import java.security.SecureRandom;

/// A deliberate sinner: the same arguments give the same answer.
public final class RuleThatDrawsLots {

    private static final SecureRandom RANDOM = new SecureRandom();

    boolean isChosen() {
        return RANDOM.nextBoolean();
    }
}
