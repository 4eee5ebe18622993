package dev.rollcall.http.model;

import dev.rollcall.domain.validation.Violation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects what of its shape's constraints a request breaks, in the order of the API's members.
public final class RequestCheck {

    private final List<Violation> violations = new ArrayList<>();

    private RequestCheck() {}

    /// All violations; none if the request is valid.
    public static List<Violation> of(Shape.Structure shape, Value.Fields request) {
        var check = new RequestCheck();
        check.structure("", shape, request);
        return List.copyOf(check.violations);
    }

    private void structure(String path, Shape.Structure shape, Value.Fields value) {
        shape.members()
                .forEach(
                        (name, member) -> {
                            String where = path + name;
                            Optional<Value> found = value.member(name);
                            if (found.isPresent()) {
                                value(where, member.shape(), found.get());
                            } else if (member.required()) {
                                violations.add(new Violation.Missing(where));
                            }
                        });
    }

    private void value(String where, Shape shape, Value value) {
        switch (shape) {
            case Shape.Text text -> text(where, text, value.toString());
            case Shape.OneOf(var values) -> {
                if (!values.contains(value.toString())) {
                    violations.add(new Violation.NotInEnum(where, value.toString(), values));
                }
            }
            case Shape.WholeNumber(var range) ->
                    number(where, range, Integer.parseInt(value.toString()));
            case Shape.Flag _ -> {}
            case Shape.ListOf list -> list(where, list, value);
            case Shape.MapOf map -> map(where, map, Value.fieldsOf(value));
            case Shape.Structure structure ->
                    structure(where + ".", structure, Value.fieldsOf(value));
        }
    }

    private void text(String where, Shape.Text shape, String text) {
        length(where, shape.length(), text.codePointCount(0, text.length()), text);
        shape.pattern()
                .filter(pattern -> !pattern.matcher(text).matches())
                .ifPresent(
                        pattern ->
                                violations.add(
                                        new Violation.PatternMismatch(
                                                where, text, pattern.pattern())));
    }

    private void number(String where, Range range, int number) {
        if (number < range.min()) {
            violations.add(new Violation.TooSmall(where, number, range.min()));
        }
        if (number > range.max()) {
            violations.add(new Violation.TooLarge(where, number, range.max()));
        }
    }

    private void length(String where, Range range, int length, String value) {
        if (length < range.min()) {
            violations.add(new Violation.TooShort(where, value, range.min()));
        }
        if (length > range.max()) {
            violations.add(new Violation.TooLong(where, value, range.max()));
        }
    }

    /// As in messages of AWS, the first element of `Tags` is `Tags.1.member`.
    private void list(String where, Shape.ListOf shape, Value value) {
        List<Value> elements =
                switch (value) {
                    case Value.Items(var found) -> found;
                    case Value.Text _, Value.WholeNumber _, Value.Flag _, Value.Fields _ ->
                            List.of();
                };
        length(where, shape.length(), elements.size(), value.toString());
        for (int i = 0; i < elements.size(); i++) {
            value(where + "." + (i + 1) + ".member", shape.element(), elements.get(i));
        }
    }

    private void map(String where, Shape.MapOf shape, Value.Fields value) {
        length(where, shape.length(), value.members().size(), value.toString());
        value.members()
                .forEach(
                        (key, entry) -> {
                            value(where + ".key", shape.key(), new Value.Text(key));
                            value(where + ".value", shape.value(), entry);
                        });
    }
}
