package dev.rollcall.application;

/// The store cannot be used as it is, or as it is configured. Asking again does not help: somebody
/// has to change something first.
public final class StorageUnsuitable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String recommendedAction;

    /// @param message what is wrong; it contains no secret
    /// @param recommendedAction what to do about it, in the imperative
    public StorageUnsuitable(String message, String recommendedAction) {
        super(message);
        this.recommendedAction = recommendedAction;
    }

    public StorageUnsuitable(String message, String recommendedAction, Throwable cause) {
        super(message, cause);
        this.recommendedAction = recommendedAction;
    }

    public String recommendedAction() {
        return recommendedAction;
    }
}
