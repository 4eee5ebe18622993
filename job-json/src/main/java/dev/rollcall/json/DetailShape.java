package dev.rollcall.json;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the value of a detail looks like: the types of the service model that details have.
sealed interface DetailShape {

    record Text() implements DetailShape {}

    record Flag() implements DetailShape {}

    record WholeNumber() implements DetailShape {}

    record Time() implements DetailShape {}

    /// One of several texts, which an event may spell in its own way: `FULLYREPLICATED`,
    /// `MANIFEST_FILE`.
    ///
    /// @param byFolded the API's spelling, by what remains of it without case and underscores
    record OneOf(Map<String, String> byFolded) implements DetailShape {

        OneOf(List<String> values) {
            this(values.stream().collect(Collectors.toMap(OneOf::folded, Function.identity())));
        }

        /// A text in the API's spelling. A value that is not known here remains as it is: AWS adds
        /// some.
        String spelled(String text) {
            return Optional.ofNullable(byFolded.get(folded(text))).orElse(text);
        }

        private static String folded(String text) {
            return text.replace("_", "").toLowerCase(Locale.ROOT);
        }
    }

    /// A list of values of one shape.
    record ListOf(DetailShape element) implements DetailShape {}

    /// Texts by names of the user's own.
    record TextsByName() implements DetailShape {}

    /// A list of tags in whatever order, or texts by names, as some events have tags.
    record Tags(DetailShape tag) implements DetailShape {}

    /// An object with these members. Others are kept as they are: AWS adds some.
    ///
    /// @param neutral the members that the API requires, and what an answer has in JSON where one
    ///   is not known
    record Structure(Map<String, DetailShape> members, Map<String, String> neutral)
            implements DetailShape {

        DetailShape member(String name) {
            return Optional.ofNullable(members.get(name)).orElse(ANYTHING);
        }
    }

    /// A value whose shape is not known.
    record Anything() implements DetailShape {}

    DetailShape TEXT = new Text();
    DetailShape FLAG = new Flag();
    DetailShape WHOLE_NUMBER = new WholeNumber();
    DetailShape TIME = new Time();
    DetailShape ANYTHING = new Anything();
    DetailShape UNKNOWN_STRUCTURE = new Structure(Map.of(), Map.of());
    DetailShape UNKNOWN_LIST = new ListOf(ANYTHING);

    static DetailShape oneOf(String... values) {
        return new OneOf(List.of(values));
    }
}
