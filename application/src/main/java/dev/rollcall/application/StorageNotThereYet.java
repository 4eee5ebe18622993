package dev.rollcall.application;

/// Nobody answers where the store's server should be, or the server is starting. Waiting for it may
/// help, as when both were started together; a server that refuses is not meant.
public final class StorageNotThereYet extends StorageUnavailable {

    private static final long serialVersionUID = 1L;

    public StorageNotThereYet(String message, Throwable cause) {
        super(message, cause);
    }
}
