package dev.rollcall.application;

/// The store has failed in the middle of a batch: a part of it is stored, and known to be.
public final class PartlyStored extends StorageUnavailable {

    private static final long serialVersionUID = 1L;

    private final int changed;

    /// @param changed how many records of the batch were acknowledged as inserted or as replacing a
    ///   stored one
    public PartlyStored(String message, Throwable cause, int changed) {
        super(message, cause);
        this.changed = changed;
    }

    public int changed() {
        return changed;
    }
}
