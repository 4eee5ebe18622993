package dev.rollcall.domain.validation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// The members of an input as a test writes them: `SortBy=Name`.
public record Members(Map<String, String> values) {

    public static Members of(String... assignments) {
        return new Members(Map.of()).with(assignments);
    }

    public Members with(String... assignments) {
        var all = new TreeMap<>(values);
        for (String assignment : assignments) {
            int at = assignment.indexOf('=');
            all.put(assignment.substring(0, at), assignment.substring(at + 1));
        }
        return new Members(all);
    }

    public Members without(String... members) {
        var rest = new TreeMap<>(values);
        for (String member : members) {
            rest.remove(member);
        }
        return new Members(rest);
    }

    public Optional<Instant> time(String member) {
        return value(member, Instant::parse);
    }

    public Optional<String> text(String member) {
        return value(member, Function.identity());
    }

    public Optional<Integer> number(String member) {
        return value(member, Integer::valueOf);
    }

    private <T> Optional<T> value(String member, Function<String, T> parser) {
        return Optional.ofNullable(values.get(member)).map(parser);
    }

    public static <T> T valid(Checked<T> checked) {
        return switch (checked) {
            case Checked.Valid<T>(T value) -> value;
            case Checked.Invalid<T> invalid -> throw new AssertionError(invalid.toString());
        };
    }

    public static <T> List<Violation> violations(Checked<T> checked) {
        return switch (checked) {
            case Checked.Valid<T> valid -> List.of();
            case Checked.Invalid<T>(var violations) -> violations;
        };
    }
}
