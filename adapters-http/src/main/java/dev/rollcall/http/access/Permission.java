package dev.rollcall.http.access;

/// What an access key may be used for. Every operation needs one of these.
public enum Permission {
    /// See the account's jobs.
    LIST,
    /// Record jobs of the account.
    RECORD,
    /// Create, stop, tag and delete simulated jobs of the account.
    SIMULATE
}
