package dev.rollcall.http.request;

/// The body of a request is longer than the server reads.
public final class BodyTooLarge extends Exception {

    private static final long serialVersionUID = 1L;

    BodyTooLarge() {}
}
