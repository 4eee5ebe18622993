package dev.rollcall.http.awsjson;

import dev.rollcall.domain.validation.Violation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// AWS's words for the constraints that a request violates.
final class AwsViolationMessages {

    private AwsViolationMessages() {}

    /// One sentence for all violations.
    static String sentence(List<Violation> violations) {
        return violations.stream()
                .map(AwsViolationMessages::clause)
                .collect(
                        Collectors.joining(
                                "; ",
                                "%s validation error%s detected: "
                                        .formatted(
                                                violations.size(),
                                                violations.size() == 1 ? "" : "s"),
                                ""));
    }

    private static String clause(Violation violation) {
        return switch (violation) {
            case Violation.TooSmall(var member, var value, var minimum) ->
                    clause(
                            member,
                            quoted(value),
                            "Member must have value greater than or equal to " + minimum);
            case Violation.TooLarge(var member, var value, var maximum) ->
                    clause(
                            member,
                            quoted(value),
                            "Member must have value less than or equal to " + maximum);
            case Violation.TooShort(var member, var value, var minimum) ->
                    clause(
                            member,
                            quoted(value),
                            "Member must have length greater than or equal to " + minimum);
            case Violation.TooLong(var member, var value, var maximum) ->
                    clause(
                            member,
                            quoted(value),
                            "Member must have length less than or equal to " + maximum);
            case Violation.TooManyBytes(var member, _, var maximum) ->
                    clause(member, "", "Member must take at most " + maximum + " bytes");
            case Violation.PatternMismatch(var member, var value, var pattern) ->
                    clause(
                            member,
                            quoted(value),
                            "Member must satisfy regular expression pattern: " + pattern);
            case Violation.NotInEnum(var member, var value, var allowed) ->
                    clause(
                            member,
                            quoted(value),
                            "Member must satisfy enum value set: " + inTableOrder(allowed));
            case Violation.Missing(var member) ->
                    clause(member, " null", "Member must not be null");
            case Violation.NotAnArn(var member, var value) ->
                    clause(
                            member,
                            quoted(value),
                            "Member must be the ARN of a processing job in a region of its"
                                    + " partition");
            case Violation.NotTheArnsName(var member, var value, var name) ->
                    clause(member, quoted(value), "Member must be the ARN's name, " + name);
            case Violation.NotText(var member) ->
                    clause(
                            member,
                            "",
                            "Member must be Unicode text without NUL or half a surrogate pair");
            case Violation.TimeOutOfRange(var member, var value) ->
                    clause(
                            member,
                            quoted(value),
                            "Member must lie between the years 0000 and 9999");
            case Violation.TooFarAhead(var member, var value, var now, var maxAhead) ->
                    clause(
                            member,
                            quoted(value),
                            "Member must not lie after " + now.plus(maxAhead));
        };
    }

    private static String clause(String member, String value, String constraint) {
        return "Value%s at '%s' failed to satisfy constraint: %s"
                .formatted(value, lowerCamel(member), constraint);
    }

    private static String quoted(Object value) {
        return " '" + value + "'";
    }

    /// Of a path, each part.
    private static String lowerCamel(String member) {
        return Arrays.stream(member.split("\\."))
                .map(part -> part.substring(0, 1).toLowerCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining("."));
    }

    /// AWS lists allowed values in the order of a hash table with 32 buckets, where the value
    /// declared last is first within its bucket.
    private static List<String> inTableOrder(List<String> declared) {
        return declared.reversed().stream()
                .sorted(Comparator.comparingInt(value -> value.hashCode() & 31))
                .toList();
    }
}
