package dev.rollcall.application;

/// The store cannot answer now: it cannot be reached, is too slow, or has failed. Asking again
/// later may help.
public class StorageUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StorageUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
