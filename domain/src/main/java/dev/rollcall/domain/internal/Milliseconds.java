package dev.rollcall.domain.internal;

import java.time.Instant;

/// The precision of every time in a listing, and its range.
///
/// Stores keep different fractions of a second, and a position that is finer than its row loses
/// jobs; so times are truncated to milliseconds when a value is built.
public final class Milliseconds {

    /// The earliest time that a job may carry. The years 0000 to 9999 are what every store and
    /// every client can hold.
    public static final Instant MIN = Instant.parse("0000-01-01T00:00:00Z");

    /// The latest time that a job may carry.
    public static final Instant MAX = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final int NANOS = 1_000_000;

    private Milliseconds() {}

    /// Whether a job may carry this time, once it is truncated to milliseconds.
    public static boolean inRange(Instant time) {
        return !time.isBefore(MIN) && time.getEpochSecond() <= MAX.getEpochSecond();
    }

    /// The millisecond that `time` lies in.
    public static Instant floor(Instant time) {
        int finer = time.getNano() % NANOS;
        return finer == 0
                ? time
                : Instant.ofEpochSecond(time.getEpochSecond(), time.getNano() - finer);
    }

    /// The first millisecond that is not before `time`.
    public static Instant ceiling(Instant time) {
        Instant floor = floor(time);
        return floor.equals(time) ? floor : floor.plusMillis(1);
    }

    /// `time`, or the nearest time that is still outside the range of a job's times: a bound there
    /// selects the same jobs, and its milliseconds fit a `long`.
    public static Instant clampBound(Instant time) {
        if (time.isBefore(MIN)) {
            return MIN.minusMillis(1);
        }
        return time.isAfter(MAX) ? MAX.plusMillis(1) : time;
    }
}
