package dev.rollcall.domain.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Collects what is wrong with the members of one foreign value, so that all of it is reported at
/// once.
public final class Violations {

    private final List<Violation> violations = new ArrayList<>();

    private Violations() {}

    public static Violations none() {
        return new Violations();
    }

    public <T> Optional<T> required(String member, Optional<T> foreign) {
        if (foreign.isEmpty()) {
            violations.add(new Violation.Missing(member));
        }
        return foreign;
    }

    public <T> void check(
            Optional<T> foreign, Predicate<T> holds, Function<T, Violation> otherwise) {
        foreign.filter(holds.negate()).map(otherwise).ifPresent(violations::add);
    }

    public <F, T> Optional<T> parse(
            Optional<F> foreign,
            Function<F, Optional<T>> parser,
            Function<F, Violation> otherwise) {
        Optional<T> parsed = foreign.flatMap(parser);
        if (parsed.isEmpty()) {
            foreign.map(otherwise).ifPresent(violations::add);
        }
        return parsed;
    }

    /// The value, built only if nothing was found.
    public <T> Checked<T> orElseBuild(Supplier<T> value) {
        return violations.isEmpty()
                ? new Checked.Valid<>(value.get())
                : new Checked.Invalid<>(violations);
    }
}
