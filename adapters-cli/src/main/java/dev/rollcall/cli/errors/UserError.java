package dev.rollcall.cli.errors;

/// What Rollcall can't do for the person at the command line, and what that person can do about it.
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String recommendedAction;

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
