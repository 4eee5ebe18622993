package dev.rollcall.bootstrap.check;

import dev.rollcall.cli.errors.UserError;

import java.util.Optional;

/// What a check found.
///
/// @param subject what was checked
/// @param action what to do if something is wrong; empty if nothing is
record Finding(String subject, String detail, Optional<String> action) {

    static Finding fine(String subject, String detail) {
        return new Finding(subject, detail, Optional.empty());
    }

    static Finding wrong(String subject, String detail, String action) {
        return new Finding(subject, detail, Optional.of(action));
    }

    static Finding wrong(String subject, UserError error) {
        return wrong(subject, String.valueOf(error.getMessage()), error.recommendedAction());
    }

    boolean isWrong() {
        return action.isPresent();
    }
}
