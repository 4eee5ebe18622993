package dev.rollcall.http.model;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// What a value of a request must be: its type, and its constraints.
public sealed interface Shape {

    /// Any text.
    ///
    /// @param length in code points
    record Text(Range length, Optional<Pattern> pattern) implements Shape {}

    /// One of several texts.
    ///
    /// @param values in the order of the API
    record OneOf(List<String> values) implements Shape {}

    record WholeNumber(Range value) implements Shape {}

    record Flag() implements Shape {}

    record ListOf(Range length, Shape element) implements Shape {}

    record MapOf(Range length, Shape key, Shape value) implements Shape {}

    /// An object with these members; it may have others, which mean nothing.
    ///
    /// @param members by name, in the order of the API
    record Structure(SequencedMap<String, Member> members) implements Shape {}

    /// A member of a structure.
    record Member(boolean required, Shape shape) {}
}
