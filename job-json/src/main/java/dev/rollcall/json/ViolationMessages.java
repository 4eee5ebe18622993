package dev.rollcall.json;

import dev.rollcall.domain.validation.Violation;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// The sentences for violations, where AWS has none: of records, and at the command line.
public final class ViolationMessages {

    private ViolationMessages() {}

    public static String of(List<Violation> violations) {
        return violations.stream().map(ViolationMessages::of).collect(Collectors.joining("; "));
    }

    private static String of(Violation violation) {
        String member = violation.member();
        return switch (violation) {
            case Violation.Missing _ -> member + " is missing";
            case Violation.TooSmall(_, int value, int minimum) ->
                    "%s is %d, and must be at least %d".formatted(member, value, minimum);
            case Violation.TooLarge(_, int value, int maximum) ->
                    "%s is %d, and must be at most %d".formatted(member, value, maximum);
            case Violation.TooShort(_, _, int minimum) ->
                    "%s is shorter than %d characters".formatted(member, minimum);
            case Violation.TooLong(_, _, int maximum) ->
                    "%s is longer than %d characters".formatted(member, maximum);
            case Violation.TooManyBytes(_, long bytes, int maximum) ->
                    "the %s take %d bytes, and may take at most %d"
                            .formatted(member, bytes, maximum);
            case Violation.PatternMismatch(_, String value, String pattern) ->
                    "%s is '%s', and must match %s".formatted(member, Excerpt.of(value), pattern);
            case Violation.NotInEnum(_, String value, List<String> allowed) ->
                    "%s is '%s', and must be one of %s"
                            .formatted(member, Excerpt.of(value), String.join(", ", allowed));
            case Violation.NotAnArn(_, String value) ->
                    "%s is '%s', which is not the ARN of a processing job"
                            .formatted(member, Excerpt.of(value));
            case Violation.NotTheArnsName(_, String value, var name) ->
                    "%s is '%s', but the ARN names '%s'".formatted(member, Excerpt.of(value), name);
            case Violation.NotText _ -> member + " holds a NUL or half a surrogate pair";
            case Violation.TimeOutOfRange(_, var value) ->
                    "%s is %s, and must lie in the years 0000 to 9999".formatted(member, value);
            case Violation.TooFarAhead(_, var value, var now, var maxAhead) ->
                    "%s is %s, more than %s ahead of the clock (%s); --max-ahead allows more"
                            .formatted(member, value, text(maxAhead), now);
        };
    }

    /// As a person gives a duration: `1d` or `12h`.
    private static String text(Duration duration) {
        long hours = duration.toHours();
        return hours % 24 == 0 ? hours / 24 + "d" : hours + "h";
    }
}
