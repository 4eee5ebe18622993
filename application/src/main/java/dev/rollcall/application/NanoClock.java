package dev.rollcall.application;

/// Measures how long something takes. Unlike the time of day, which an operator or a time server
/// may set back, it only moves forward.
@FunctionalInterface
public interface NanoClock {

    /// The clock of the machine.
    NanoClock SYSTEM = System::nanoTime;

    /// Nanoseconds since some moment; only the difference of two readings means anything.
    long nanoTime();
}
