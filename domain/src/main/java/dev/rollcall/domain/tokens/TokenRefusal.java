package dev.rollcall.domain.tokens;

/// Why a page token was refused. For the operator's log; a client is told none of it.
public enum TokenRefusal {
    /// Not of the length or the alphabet of a token.
    MALFORMED,
    /// Of a format that this reader does not know.
    UNKNOWN_VERSION,
    /// Sealed with a key that is not, or no longer, on the key ring.
    UNKNOWN_KEY,
    /// Changed on the way, or sealed for another scope.
    NOT_AUTHENTIC,
    /// Sealed for another operation, or for a listing with other filters or another order.
    OTHER_QUERY,
    /// Sealed longer ago than a token lives.
    EXPIRED,
    /// Sealed in the future, by more than clocks may differ.
    NOT_YET_VALID
}
