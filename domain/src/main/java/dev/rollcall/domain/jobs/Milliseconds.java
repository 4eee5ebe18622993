package dev.rollcall.domain.jobs;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The precision of every time in a listing, and its range.
///
/// Stores keep different fractions of a second, and a position finer than its row loses jobs; so
/// times are cut to milliseconds when a value is built.
public final class Milliseconds {

    /// The first and the last moment a job may carry: the years 0000 to 9999, which every store and
    /// every client can hold.
    public static final Instant MIN = Instant.parse("0000-01-01T00:00:00Z");

    public static final Instant MAX = Instant.parse("9999-12-31T23:59:59.999Z");

    private Milliseconds() {}

    /// Whether a job may carry `time`, once it is cut to a millisecond.
    public static boolean inRange(Instant time) {
        return !time.isBefore(MIN) && !floor(time).isAfter(MAX);
    }

    /// The millisecond that `time` lies in.
    public static Instant floor(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    /// The first millisecond that is not before `time`.
    public static Instant ceiling(Instant time) {
        Instant floor = floor(time);
        return floor.equals(time) ? floor : floor.plusMillis(1);
    }

    /// `time`, or the nearest moment that still lies outside the range of a job's times: a bound
    /// out there selects the same jobs, and its milliseconds fit a `long`.
    public static Instant clampBound(Instant time) {
        if (time.isBefore(MIN)) {
            return MIN.minusMillis(1);
        }
        return time.isAfter(MAX) ? MAX.plusMillis(1) : time;
    }
}
