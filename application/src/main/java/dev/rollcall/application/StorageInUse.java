package dev.rollcall.application;

/// The store belongs to another process, and only one can have it at a time.
public final class StorageInUse extends StorageUnavailable {

    private static final long serialVersionUID = 1L;

    public StorageInUse(String message, Throwable cause) {
        super(message, cause);
    }
}
