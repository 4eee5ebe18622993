package dev.rollcall.domain.tokens;

/// Why a page token was refused. It is for the operator's log; a client does not learn it.
public enum TokenRefusal {
    /// Without the length or the alphabet of a token.
    MALFORMED,
    /// Of an unknown version of the format.
    UNKNOWN_VERSION,
    /// Sealed with a key that is not on the key ring, or is no longer.
    UNKNOWN_KEY,
    /// Changed by somebody, or sealed for another scope.
    NOT_AUTHENTIC,
    /// Sealed for another listing: for another operation, other filters or another order.
    OTHER_LISTING,
    /// Sealed longer ago than the lifetime of a token.
    EXPIRED,
    /// Sealed in the future, further ahead than clocks may differ.
    NOT_YET_VALID
}
