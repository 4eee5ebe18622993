package dev.rollcall.application;

/// The store's server can be read, and something had to be written. A server of a store that is
/// replicated may become one that can be written to, so asking again later may help.
public final class StorageReadOnly extends StorageUnavailable {

    private static final long serialVersionUID = 1L;

    private final String recommendedAction;

    /// @param recommendedAction what to do about it, in the imperative
    public StorageReadOnly(String message, String recommendedAction, Throwable cause) {
        super(message, cause);
        this.recommendedAction = recommendedAction;
    }

    public String recommendedAction() {
        return recommendedAction;
    }
}
