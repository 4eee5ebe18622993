package dev.rollcall.bench.fault;

/// How long things are let last.
///
/// @param part of the usual time
record Pace(double part) {

    static final Pace USUAL = new Pace(1);

    /// Milliseconds at this pace.
    long of(long usualMillis) {
        return Math.round(usualMillis * part);
    }

    /// How often, at least once, to do what is usually done so many times.
    int times(int usually) {
        return (int) Math.max(1, of(usually));
    }
}
