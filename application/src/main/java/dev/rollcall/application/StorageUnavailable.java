package dev.rollcall.application;

/// The store cannot answer now: it is away, too slow, or broken. Asking again later may help.
public class StorageUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StorageUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
