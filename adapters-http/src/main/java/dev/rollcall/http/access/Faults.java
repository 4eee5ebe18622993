package dev.rollcall.http.access;

/// How often an answer is a fault, so that a test sees what its client does about it. Each is a
/// part of all answers, from 0 to 1.
///
/// @param throttle `ThrottlingException`
/// @param unavailable `ServiceUnavailable`, 503
/// @param internal `InternalFailure`, 500
/// @param seed the same one brings the same faults, request by request
public record Faults(double throttle, double unavailable, double internal, long seed) {

    /// @throws IllegalArgumentException if a part is not between 0 and 1, or their sum is not
    public Faults {
        if (!isPart(throttle)
                || !isPart(unavailable)
                || !isPart(internal)
                || !isPart(throttle + unavailable + internal)) {
            throw new IllegalArgumentException("faults are parts of all answers, from 0 to 1");
        }
    }

    private static boolean isPart(double part) {
        return part >= 0 && part <= 1;
    }
}
