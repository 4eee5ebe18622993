package dev.rollcall.http.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// A value of a request, of the type that its shape says.
public sealed interface Value {

    record Text(String text) implements Value {

        @Override
        public String toString() {
            return text;
        }
    }

    record WholeNumber(int number) implements Value {

        @Override
        public String toString() {
            return String.valueOf(number);
        }
    }

    record Flag(boolean flag) implements Value {

        @Override
        public String toString() {
            return String.valueOf(flag);
        }
    }

    record Items(List<Value> elements) implements Value {

        public Items {
            elements = List.copyOf(elements);
        }

        @Override
        public String toString() {
            return elements.toString();
        }
    }

    /// The members of a structure, or the entries of a map, in the order in which they came.
    record Fields(SequencedMap<String, Value> members) implements Value {

        public static final Fields NONE = new Fields(new LinkedHashMap<>());

        public Fields {
            members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
        }

        public Optional<Value> member(String name) {
            return Optional.ofNullable(members.get(name));
        }

        /// A text that is there, because the API requires it and the request was checked.
        public String text(String name) {
            return member(name).map(Value::toString).orElseThrow();
        }

        /// The structures in a list; none if it is not there.
        public List<Fields> structures(String name) {
            return member(name).map(Value::elementsOf).orElse(List.of()).stream()
                    .map(Value::fieldsOf)
                    .toList();
        }

        /// The texts in a list; none if it is not there.
        public List<String> texts(String name) {
            return member(name).map(Value::elementsOf).orElse(List.of()).stream()
                    .map(Value::toString)
                    .toList();
        }

        /// These members with another one, or with another value of it.
        public Fields with(String name, Value value) {
            var changed = new LinkedHashMap<>(members);
            changed.put(name, value);
            return new Fields(changed);
        }

        /// These members, with this one if it is not there.
        public Fields withDefault(String name, Value value) {
            return members.containsKey(name) ? this : with(name, value);
        }

        @Override
        public String toString() {
            return members.entrySet().stream()
                    .map(Map.Entry::toString)
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    private static List<Value> elementsOf(Value value) {
        return switch (value) {
            case Items(var elements) -> elements;
            case Text _, WholeNumber _, Flag _, Fields _ -> List.of();
        };
    }

    /// The members of a structure; none of anything else.
    static Fields fieldsOf(Value value) {
        return switch (value) {
            case Fields fields -> fields;
            case Text _, WholeNumber _, Flag _, Items _ -> Fields.NONE;
        };
    }
}
