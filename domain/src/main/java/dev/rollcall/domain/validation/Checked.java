package dev.rollcall.domain.validation;

import java.util.List;

/// The result of checking an input: a value that satisfies every constraint, or all violations.
public sealed interface Checked<T> {

    record Valid<T>(T value) implements Checked<T> {}

    /// At least one violation, in the order of the API's members.
    record Invalid<T>(List<Violation> violations) implements Checked<T> {

        public Invalid {
            violations = List.copyOf(violations);
        }
    }
}
