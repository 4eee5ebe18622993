package dev.rollcall.application;

/// Another process is using the store, which only one process at a time can use.
public final class StorageInUse extends StorageUnavailable {

    private static final long serialVersionUID = 1L;

    public StorageInUse(String message, Throwable cause) {
        super(message, cause);
    }
}
