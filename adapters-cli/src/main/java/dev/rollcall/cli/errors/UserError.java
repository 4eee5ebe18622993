package dev.rollcall.cli.errors;

/// Something that Rollcall cannot do for the person at the command line, and what to do about it.
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String recommendedAction;

    /// @param message what is wrong, in a sentence; it must not contain a secret
    /// @param recommendedAction what to do about it, in the imperative
    public UserError(String message, String recommendedAction, Throwable cause) {
        super(message, cause);
        this.recommendedAction = recommendedAction;
    }

    public UserError(String message, String recommendedAction) {
        super(message);
        this.recommendedAction = recommendedAction;
    }

    public String recommendedAction() {
        return recommendedAction;
    }
}
