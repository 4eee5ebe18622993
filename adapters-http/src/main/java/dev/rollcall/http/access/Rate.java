package dev.rollcall.http.access;

/// How often an access key may be used.
///
/// @param perSecond requests per second, in the long run
/// @param burst requests at once, after a pause
public record Rate(int perSecond, int burst) {

    /// @throws IllegalArgumentException if a number is not positive
    public Rate {
        if (perSecond < 1 || burst < 1) {
            throw new IllegalArgumentException("a rate that is not positive");
        }
    }
}
