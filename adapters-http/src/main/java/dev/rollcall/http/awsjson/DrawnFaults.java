package dev.rollcall.http.awsjson;

import dev.rollcall.http.access.Faults;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

/// Draws a fault, or none, for each answer.
final class DrawnFaults {

    private static final Duration RETRY_AFTER = Duration.ofMillis(10);

    private final Faults faults;
    private final SplittableRandom random;

    DrawnFaults(Faults faults) {
        this.faults = faults;
        this.random = new SplittableRandom(faults.seed());
    }

    synchronized Optional<AwsError> next() {
        double drawn = random.nextDouble();
        if (drawn < faults.throttle()) {
            return Optional.of(AwsError.throttled(RETRY_AFTER));
        }
        if (drawn < faults.throttle() + faults.unavailable()) {
            return Optional.of(AwsError.serviceUnavailable());
        }
        return drawn < faults.throttle() + faults.unavailable() + faults.internal()
                ? Optional.of(AwsError.internalFailure())
                : Optional.empty();
    }
}
