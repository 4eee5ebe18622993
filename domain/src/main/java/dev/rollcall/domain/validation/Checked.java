package dev.rollcall.domain.validation;

import java.util.List;

/// What became of a foreign value: a value that keeps every constraint, or all that it breaks.
public sealed interface Checked<T> {

    record Valid<T>(T value) implements Checked<T> {}

    /// At least one violation, in the order of the API's members.
    record Invalid<T>(List<Violation> violations) implements Checked<T> {

        public Invalid {
            violations = List.copyOf(violations);
        }
    }
}
