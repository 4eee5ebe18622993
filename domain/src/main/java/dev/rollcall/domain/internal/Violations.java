package dev.rollcall.domain.internal;

import dev.rollcall.domain.validation.Checked;
import dev.rollcall.domain.validation.Violation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Collects the violations of one input, member by member, so that all of them are reported at
/// once.
public final class Violations {

    private static final int MAX_TOKEN_LENGTH = 8192;
    private static final Pattern TOKEN_PATTERN = Pattern.compile(".*");

    private final List<Violation> violations = new ArrayList<>();

    private Violations() {}

    public static Violations none() {
        return new Violations();
    }

    /// The value of a member that must be there.
    public <T> Optional<T> required(String member, Optional<T> value) {
        if (value.isEmpty()) {
            violations.add(new Violation.Missing(member));
        }
        return value;
    }

    public <T> void check(Optional<T> value, Predicate<T> valid, Function<T, Violation> violation) {
        value.filter(valid.negate()).map(violation).ifPresent(violations::add);
    }

    public void checkLength(String member, Optional<String> value, int maximum) {
        check(
                value,
                text -> TextLength.of(text) <= maximum,
                text -> new Violation.TooLong(member, text, maximum));
    }

    public void checkPattern(String member, Optional<String> value, Pattern pattern) {
        check(
                value,
                text -> pattern.matcher(text).matches(),
                text -> new Violation.PatternMismatch(member, text, pattern.pattern()));
    }

    /// Checks the token of a page, whichever operation it is sent to (SageMaker API, `NextToken`).
    public void checkNextToken(Optional<String> value) {
        checkLength("NextToken", value, MAX_TOKEN_LENGTH);
        checkPattern("NextToken", value, TOKEN_PATTERN);
    }

    /// The parsed value; empty if there is no value, or if it cannot be parsed, which is a
    /// violation.
    public <T> Optional<T> parse(
            Optional<String> value,
            Function<String, Optional<T>> parser,
            Function<String, Violation> violation) {
        Optional<T> parsed = value.flatMap(parser);
        if (parsed.isEmpty()) {
            value.map(violation).ifPresent(violations::add);
        }
        return parsed;
    }

    /// The parsed value, which must be one of those that are allowed.
    public <T> Optional<T> parseEnum(
            String member,
            Optional<String> value,
            Function<String, Optional<T>> parser,
            List<String> allowed) {
        return parse(value, parser, text -> new Violation.NotInEnum(member, text, allowed));
    }

    /// The checked value, which is built only if there are no violations.
    public <T> Checked<T> orElseBuild(Supplier<T> value) {
        return violations.isEmpty()
                ? new Checked.Valid<>(value.get())
                : new Checked.Invalid<>(violations);
    }
}
