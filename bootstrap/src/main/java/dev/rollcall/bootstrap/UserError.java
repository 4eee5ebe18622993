package dev.rollcall.bootstrap;

/// What Rollcall can't do for the person at the command line, and what that person can do about it.
final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String recommendedAction;

    UserError(String message, String recommendedAction, Throwable cause) {
        super(message, cause);
        this.recommendedAction = recommendedAction;
    }

    UserError(String message, String recommendedAction) {
        super(message);
        this.recommendedAction = recommendedAction;
    }

    String recommendedAction() {
        return recommendedAction;
    }
}
