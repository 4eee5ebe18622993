package dev.rollcall.http.model;

import dev.rollcall.domain.validation.Violation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Collects what of its shape's constraints a request breaks, in the order of the API's members.
///
/// Whatever the request, they take little time and memory: only the first of them are collected,
/// each with an excerpt of its value, and what is too long is not looked at any closer.
public final class RequestCheck {

    /// How many violations are collected.
    static final int MOST = 10;

    /// How many characters of a value a violation has.
    static final int EXCERPT = 1024;

    private final List<Violation> violations = new ArrayList<>();

    private RequestCheck() {}

    /// The first violations; none if the request is valid.
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
                                add(new Violation.Missing(where));
                            }
                        });
    }

    private void value(String where, Shape shape, Value value) {
        switch (shape) {
            case Shape.Text text -> text(where, text, value.toString());
            case Shape.OneOf(var values) -> {
                if (!values.contains(value.toString())) {
                    add(new Violation.NotInEnum(where, excerpt(value.toString()), values));
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

    /// Looks for the pattern in no more than the longest legal text: the time that one of the API's
    /// patterns takes can grow with the square of the length.
    private void text(String where, Shape.Text shape, String text) {
        int length = text.codePointCount(0, text.length());
        length(where, shape.length(), length, () -> text);
        if (!shape.length().isExceededBy(length)) {
            shape.pattern()
                    .filter(pattern -> !pattern.matcher(text).matches())
                    .ifPresent(
                            pattern ->
                                    add(
                                            new Violation.PatternMismatch(
                                                    where, excerpt(text), pattern.pattern())));
        }
    }

    private void number(String where, Range range, int number) {
        if (number < range.min()) {
            add(new Violation.TooSmall(where, number, range.min()));
        }
        if (range.isExceededBy(number)) {
            add(new Violation.TooLarge(where, number, range.max()));
        }
    }

    private void length(String where, Range range, int length, Supplier<String> value) {
        if (length < range.min()) {
            add(new Violation.TooShort(where, excerpt(value.get()), range.min()));
        }
        if (range.isExceededBy(length)) {
            add(new Violation.TooLong(where, excerpt(value.get()), range.max()));
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
        length(where, shape.length(), elements.size(), value::toString);
        if (!shape.length().isExceededBy(elements.size())) {
            for (int i = 0; i < elements.size(); i++) {
                value(where + "." + (i + 1) + ".member", shape.element(), elements.get(i));
            }
        }
    }

    private void map(String where, Shape.MapOf shape, Value.Fields value) {
        int length = value.members().size();
        length(where, shape.length(), length, value::toString);
        if (!shape.length().isExceededBy(length)) {
            value.members()
                    .forEach(
                            (key, entry) -> {
                                value(where + ".key", shape.key(), new Value.Text(key));
                                value(where + ".value", shape.value(), entry);
                            });
        }
    }

    private void add(Violation violation) {
        if (violations.size() < MOST) {
            violations.add(violation);
        }
    }

    /// The value, or its beginning and an ellipsis.
    private static String excerpt(String value) {
        if (value.length() <= EXCERPT) {
            return value;
        }
        boolean halvesPair = Character.isHighSurrogate(value.charAt(EXCERPT - 1));
        return value.substring(0, halvesPair ? EXCERPT - 1 : EXCERPT) + "…";
    }
}
