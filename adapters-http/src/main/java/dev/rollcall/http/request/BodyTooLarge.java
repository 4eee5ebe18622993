package dev.rollcall.http.request;

/// The body of a request is longer than its route allows.
public final class BodyTooLarge extends Exception {

    private static final long serialVersionUID = 1L;

    private final int maxBytes;

    BodyTooLarge(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /// How long the body may be.
    public int maxBytes() {
        return maxBytes;
    }
}
