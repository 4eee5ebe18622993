package dev.rollcall.bench.fault;

/// This machine or this user cannot do what a scenario needs.
final class NotPossibleHere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotPossibleHere(String message, Throwable cause) {
        super(message, cause);
    }
}
